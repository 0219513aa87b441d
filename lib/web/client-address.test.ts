import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

const peer = "198.51.100.1";

test.each([
  ["no header", null],
  ["one address", "203.0.113.7"],
  ["many", "203.0.113.7, 203.0.113.8, 127.0.0.1"],
  ["nonsense", "local; drop table"],
])("without a proxy in front, %s written by the sender changes nothing", (_, forwardedFor) => {
  expect(clientAddress({ peer, forwardedFor, trustedProxies: 0 })).toBe(peer);
});

test.each([
  [1, "203.0.113.7", "203.0.113.7"],
  [1, "1.2.3.4, 5.6.7.8, 203.0.113.7", "203.0.113.7"],
  [2, "1.2.3.4, 203.0.113.7, 10.0.0.1", "203.0.113.7"],
  [2, "203.0.113.7,10.0.0.1", "203.0.113.7"],
  [3, "1.2.3.4, 203.0.113.7, 10.0.0.2, 10.0.0.1", "203.0.113.7"],
])(
  "behind %i, of %j the one counts that the outermost wrote",
  (trustedProxies, forwardedFor, counted) => {
    expect(clientAddress({ peer, forwardedFor, trustedProxies })).toBe(counted);
  },
);

test.each([
  ["too few entries", "203.0.113.7", 2],
  ["no entries", "", 1],
  ["no header", null, 1],
  ["an entry that is no address", "203.0.113.7, unknown", 1],
  ["an entry with a word behind it", "203.0.113.7 or so", 1],
])("with %s the socket's address counts", (_, forwardedFor, trustedProxies) => {
  expect(clientAddress({ peer, forwardedFor, trustedProxies })).toBe(peer);
});

test.each([
  ["203.0.113.7:4711", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::ffff:cb00:7107", "203.0.113.7"],
  ["[2001:db8:1:2:3:4:5:6]:4711", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2:ffff::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s is counted as %s", (written, counted) => {
  expect(clientAddress({ peer: written, forwardedFor: null, trustedProxies: 0 })).toBe(counted);
});

test("without a socket that is known, all are counted as one", () => {
  const given = { peer: undefined, forwardedFor: "203.0.113.7", trustedProxies: 0 };
  expect(clientAddress(given)).toBe("unknown");
});
