import type { Purpose } from "#db/schema/confirmations.ts";
import { type RefusalReason, refusalReason } from "#kernel/refusal.ts";
import { isSameHash } from "./token.ts";

export type Asked = {
  purpose: Purpose;
  tokenHashes: string[];
  codeHash: string | null;
  codeTries: number;
  device: string | null;
  expiresAt: Date;
  usedAt: Date | null;
};

/** What somebody answers with: the link in the email, or the code in it, in the browser that asked. */
export type Answer =
  | { kind: "link"; hash: string }
  | { kind: "code"; hash: string; device: string | null };

/** So few of a million codes can be tried. */
export const mostCodeTries = 5;

/**
 * Whether an answer is right, at a moment of the database's clock; null when it is. `asked` is null for what was never
 * asked. The tries of a code are counted before they are judged.
 */
export function decideConfirmation(
  asked: Asked | null,
  purposes: readonly Purpose[],
  answer: Answer,
  now: Date,
): RefusalReason | null {
  if (answer.kind === "link") {
    const fits = asked?.tokenHashes.some((hash) => isSameHash(hash, answer.hash)) ?? false;
    if (!asked || !fits || !purposes.includes(asked.purpose)) return refusalReason("link-unknown");
    if (asked.usedAt) return refusalReason("link-used");
    return asked.expiresAt <= now ? refusalReason("link-over") : null;
  }
  const isHere = asked !== null && asked.device !== null && asked.device === answer.device;
  if (!isHere || !purposes.includes(asked.purpose)) return refusalReason("code-elsewhere");
  if (asked.usedAt) return refusalReason("link-used");
  if (asked.expiresAt <= now) return refusalReason("link-over");
  if (asked.codeTries > mostCodeTries) return refusalReason("code-spent");
  const fits = asked.codeHash !== null && isSameHash(asked.codeHash, answer.hash);
  return fits ? null : refusalReason("wrong-code", { left: mostCodeTries - asked.codeTries });
}
