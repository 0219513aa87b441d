import { randomBytes } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `pi_3Qx…`: a prefix and 24 letters or digits, as Stripe's look. */
export function newId(prefix: string, length = 24): string {
  let letters = "";
  for (const byte of randomBytes(length)) letters += ALPHABET[byte % ALPHABET.length];
  return `${prefix}_${letters}`;
}
