import { createHash, randomBytes } from "node:crypto";

/** Tells anybody, and programs that look for lost secrets, what it is and whose. */
const prefix = "rowlock_";
const tokenBytes = 32;
const written = new RegExp(`^${prefix}[\\w-]{43}$`);

/** Shown once; kept as a hash, which is enough for 32 random bytes: there is no list of them to try. */
export function newAccessToken(): { token: string; hash: string } {
  const token = prefix + randomBytes(tokenBytes).toString("base64url");
  return { token, hash: hashOf(token) };
}

/** The hash of the access token that an `Authorization` header shows; null where it shows none. */
export function readBearer(header: string | null): string | null {
  const [, token = ""] = /^Bearer +(\S+) *$/i.exec(header ?? "") ?? [];
  return written.test(token) ? hashOf(token) : null;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
