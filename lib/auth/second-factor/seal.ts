import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { environment } from "#kernel/environment.ts";
import type { UserId } from "#kernel/ids.ts";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** What must be read again and whoever reads the database must not: bound to its owner, so that it is nobody else's. */
export function seal(owner: UserId, text: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key(), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** Throws when it was sealed for somebody else, with another secret, or was changed. */
export function unseal(owner: UserId, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const opening = createDecipheriv(cipher, key(), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  }).setAAD(Buffer.from(owner));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  const text = opening.update(bytes.subarray(ivBytes + tagBytes));
  return Buffer.concat([text, opening.final()]).toString("utf8");
}

function key(): Buffer {
  return Buffer.from(
    hkdfSync("sha256", environment().AUTH_SECRET, "", "rowlock second factor", 32),
  );
}
