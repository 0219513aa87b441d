import { isIP } from "node:net";

type Sender = {
  /** The address at the other end of the socket. */
  peer: string | undefined;
  /** `x-forwarded-for`: whoever passed the request on added, at the end, the address it came to them from. */
  forwardedFor: string | null;
  trustedProxies: number;
};

/**
 * The address by which a request is counted. Behind N proxies of ours that is the Nth entry from the right: what
 * stands before it, the sender may have made up. Of IPv6 it is the first half, because one line has all of the rest.
 */
export function clientAddress({ peer, forwardedFor, trustedProxies }: Sender): string {
  const entries = forwardedFor?.split(",") ?? [];
  const named = trustedProxies > 0 ? countable(entries.at(-trustedProxies)) : undefined;
  return named ?? countable(peer) ?? "unknown";
}

function countable(written = ""): string | undefined {
  const address = withoutPort(written.trim());
  if (isIP(address) === 4) return address;
  return isIP(address) === 6 ? countableIPv6(address) : undefined;
}

/** Some proxies write the port too: `203.0.113.7:4711`, `[2001:db8::7]:4711`. */
function withoutPort(written: string): string {
  const [, inBrackets, before] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/.exec(written) ?? [];
  return inBrackets ?? before ?? written;
}

function countableIPv6(address: string): string {
  const groups = groupsOf(address.replace(/%.*$/, "")); // without the name of a network card
  const [high = 0, low = 0] = groups.slice(6);
  const isIPv4 = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isIPv4) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  const half = groups.slice(0, 4).map((group) => group.toString(16));
  return `${half.join(":")}::/64`;
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1); // without an IPv4 ending
  const [before = [], after] = plain
    .split("::")
    .map((part) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16))));
  if (!after) return before;
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [before, zeros, after].flat();
}
