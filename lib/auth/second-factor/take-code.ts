import { and, eq } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { recoveryCodes, secondFactors } from "#db/schema/second-factors.ts";
import type { Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { lockUser, updateUser } from "../account/update-user.ts";
import { decideCode, type Typed } from "./decide-code.ts";
import { hashOfRecoveryCode, readRecoveryCode } from "./recovery-codes.ts";
import { unseal } from "./seal.ts";
import { stepOfCode } from "./totp.ts";

/**
 * Takes a code of somebody's authenticator app, or one of their recovery codes, once: of two at the same time the second
 * is told that it was used.
 *
 * Refuses: `wrong-second-factor`, `second-factor-used`, `recovery-code-used`; `second-factor-off` for an account that
 * has none; what `lockUser` refuses.
 */
export async function takeCode(tx: Tx, userId: UserId, written: string): Promise<void> {
  await lockUser(tx, userId);
  const [factor] = await tx.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  const at = await readClock(tx);
  const recovery = readRecoveryCode(written);
  const codeHash = recovery ? hashOfRecoveryCode(userId, recovery) : "";
  const typed = await readTyped(tx, userId, {
    written,
    codeHash,
    secret: factor?.sealedSecret,
    at,
  });
  const refusal = decideCode(factor ?? null, typed);
  if (refusal) throw new Refusal(refusal);
  if (typed.kind === "app")
    await tx
      .update(secondFactors)
      .set({ lastStep: typed.step })
      .where(eq(secondFactors.userId, userId));
  if (typed.kind !== "recovery") return;
  await tx.update(recoveryCodes).set({ spentAt: at }).where(isCode(userId, codeHash));
  await updateUser(tx, userId, {}, { at, changed: ["recovery-code-used"] });
}

type Written = { written: string; codeHash: string; secret: string | undefined; at: Date };

async function readTyped(
  tx: Tx,
  userId: UserId,
  { written, codeHash, secret, at }: Written,
): Promise<Typed> {
  const digits = written.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const step = secret ? stepOfCode(unseal(userId, secret), digits, at) : null;
    return step === null ? { kind: "unknown" } : { kind: "app", step };
  }
  const [found] = await tx.select().from(recoveryCodes).where(isCode(userId, codeHash));
  return found ? { kind: "recovery", spentAt: found.spentAt } : { kind: "unknown" };
}

function isCode(userId: UserId, codeHash: string) {
  return and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash));
}
