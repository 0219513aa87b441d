import { Secret, TOTP } from "otpauth";

/** What every authenticator app can do, and the only thing that all of them can (RFC 6238). */
const kind = { issuer: "Rowlock", algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Clocks of phones are off: a code is good for one half minute before and after its own. */
const stepsEitherWay = 1;

/** Twenty random bytes, as an app takes them when they are typed: in base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What stands in the QR code. */
export function setUpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The half minute whose code this is, counted from 1970; null for what is no code of now. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const totp = totpOf(secret);
  const timestamp = at.getTime();
  const delta = totp.validate({ token: code, window: stepsEitherWay, timestamp });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ ...kind, label, secret: Secret.fromBase32(secret) });
}
