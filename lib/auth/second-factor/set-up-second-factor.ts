import { eq } from "drizzle-orm";
import { z } from "zod";
import { databaseClock, readClock } from "#db/clock.ts";
import { recoveryCodes, secondFactors } from "#db/schema/second-factors.ts";
import { sessions } from "#db/schema/auth.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { endSessions, lockUser, updateUser } from "../account/update-user.ts";
import { requireFreshProof } from "../proof/fresh-proof.ts";
import type { Self } from "../sessions/self.ts";
import { readSecondFactor } from "./read-second-factor.ts";
import { removeSecondFactor } from "./remove-second-factor.ts";
import { hashOfRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";
import { seal } from "./seal.ts";
import { newSecret, stepOfCode } from "./totp.ts";

export const confirmSetUpInput = z.object({
  code: z
    .string()
    .max(32)
    .transform((typed) => typed.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Type the six digits that your app shows now.")),
});

/**
 * Makes a secret for an authenticator app, and recovery codes, in place of those of a set-up that was not ended. Nobody
 * is asked for a code until one was typed.
 *
 * Refuses: what `requireFreshProof` and `lockUser` refuse; `second-factor-on`.
 */
export async function beginSetUp(self: Self): Promise<void> {
  await requireFreshProof(self);
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const { state } = await readSecondFactor(self.id, tx);
    if (state === "on") refuse("second-factor-on");
    await tx.delete(secondFactors).where(eq(secondFactors.userId, self.id));
    await tx.insert(secondFactors).values({
      userId: self.id,
      sealedSecret: seal(self.id, newSecret()),
      sealedCodes: seal(self.id, newRecoveryCodes().join(" ")),
      createdAt: databaseClock,
    });
  });
}

/**
 * Turns the second factor on with a first code of the app: from then on signing in with a password asks for one, and
 * whoever signed in without it elsewhere is signed out.
 *
 * Refuses: what `requireFreshProof` and `lockUser` refuse; `set-up-over`, `second-factor-on`, `wrong-second-factor`.
 */
export async function confirmSetUp(
  self: Self,
  { code }: z.output<typeof confirmSetUpInput>,
): Promise<void> {
  await requireFreshProof(self);
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const factor = await readSecondFactor(self.id, tx);
    if (factor.state === "on") return refuse("second-factor-on");
    if (factor.state === "off") return refuse("set-up-over");
    const at = await readClock(tx);
    const lastStep = stepOfCode(factor.secret, code, at);
    if (lastStep === null) return refuse("wrong-second-factor");
    await tx
      .update(secondFactors)
      .set({ confirmedAt: at, lastStep, sealedCodes: null })
      .where(eq(secondFactors.userId, self.id));
    await replaceRecoveryCodes(tx, self.id, factor.codes);
    await tx
      .update(sessions)
      .set({ signedInBy: "second-factor" })
      .where(eq(sessions.id, self.sessionId));
    await updateUser(tx, self.id, {}, { at, changed: ["second-factor-on"] });
    await endSessions(tx, self.id, at, { keep: self.sessionId });
  });
}

/**
 * Turns the second factor off, and makes its recovery codes worthless; also ends a set-up that was begun.
 *
 * Refuses: what `requireFreshProof` and `lockUser` refuse.
 */
export async function turnOff(self: Self): Promise<void> {
  await requireFreshProof(self);
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const { state } = await readSecondFactor(self.id, tx);
    const at = await readClock(tx);
    await removeSecondFactor(tx, self.id);
    if (state === "on") await updateUser(tx, self.id, {}, { at, changed: ["second-factor-off"] });
  });
}

/**
 * Makes ten new recovery codes and shows them; those there are stay good until `keepRecoveryCodes`.
 *
 * Refuses: what `requireFreshProof` and `lockUser` refuse; `second-factor-off`.
 */
export async function makeRecoveryCodes(self: Self): Promise<void> {
  await requireFreshProof(self);
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const { state } = await readSecondFactor(self.id, tx);
    if (state !== "on") refuse("second-factor-off");
    await tx
      .update(secondFactors)
      .set({ sealedCodes: seal(self.id, newRecoveryCodes().join(" ")) })
      .where(eq(secondFactors.userId, self.id));
  });
}

/**
 * Puts the codes that are shown in place of those before, and shows them no more.
 *
 * Refuses: what `requireFreshProof` and `lockUser` refuse; `set-up-over` when none are shown.
 */
export async function keepRecoveryCodes(self: Self): Promise<void> {
  await requireFreshProof(self);
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const factor = await readSecondFactor(self.id, tx);
    if (factor.state !== "on" || !factor.codes) return refuse("set-up-over");
    const at = await readClock(tx);
    await replaceRecoveryCodes(tx, self.id, factor.codes);
    await tx
      .update(secondFactors)
      .set({ sealedCodes: null })
      .where(eq(secondFactors.userId, self.id));
    await updateUser(tx, self.id, {}, { at, changed: ["recovery-codes-renewed"] });
  });
}

async function replaceRecoveryCodes(tx: Tx, userId: UserId, codes: string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashOfRecoveryCode(userId, code) })));
}
