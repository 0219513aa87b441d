import { isIP } from "node:net";
import { environment } from "#kernel/environment.ts";

/** For whom a passkey is good, in the words of WebAuthn: this site under its public name. */
export type RelyingParty = { id: string; origin: string; name: string };

/** What every device signs with one of: EdDSA, ES256, RS256. Newer ones are experiments of Node. */
export const algorithms = [-8, -7, -257];

/** Null where browsers have no passkeys: at an address without a name, and without https anywhere but on this machine. */
export function relyingParty(): RelyingParty | null {
  const { origin, hostname, protocol } = new URL(environment().APP_URL);
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
  const isSafe = protocol === "https:" || hostname === "localhost";
  return isNamed && isSafe ? { id: hostname, origin, name: "Rowlock" } : null;
}

/** Throws where there are none: whoever asks has seen no button. */
export function requireRelyingParty(): RelyingParty {
  const party = relyingParty();
  if (!party)
    throw new Error("There are no passkeys at an APP_URL without a name or without https.");
  return party;
}
