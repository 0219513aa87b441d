import { eq } from "drizzle-orm";
import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { users } from "#db/schema/auth.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { idSchema, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { endSessions, updateUser } from "#lib/auth/account/update-user.ts";
import { recordAct, whyField } from "./record-act.ts";

export const switchInput = z.object({ userId: idSchema<"user">(), why: whyField });

/**
 * Switches a person off: they are signed out everywhere and sign in nowhere, list and buy nothing, and what they offer
 * leaves the market within a minute, but for what somebody is paying for.
 *
 * Refuses: `own-account`, `no-such-person`, `already-so`; what `updateUser` refuses; `busy` when the row lock cannot be had.
 */
export async function switchOff(
  operatorId: UserId,
  { userId, why }: z.output<typeof switchInput>,
): Promise<void> {
  if (userId === operatorId) refuse("own-account");
  await inTransaction(async (tx) => {
    const { switchedOffAt } = await lockPerson(tx, userId);
    if (switchedOffAt) refuse("already-so");
    const at = await readClock(tx);
    await updateUser(tx, userId, { switchedOffAt: at }, { at, changed: ["switched-off"] });
    await endSessions(tx, userId, at);
    await recordAct(tx, at, { operatorId, kind: "switch-off", subjectId: userId, why });
  });
}

/**
 * Lets a person who was switched off sign in again. What left the market stays withdrawn.
 *
 * Refuses: `no-such-person`, `already-so`; what `updateUser` refuses; `busy` when the row lock cannot be had.
 */
export async function switchOn(
  operatorId: UserId,
  { userId, why }: z.output<typeof switchInput>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { switchedOffAt } = await lockPerson(tx, userId);
    if (!switchedOffAt) refuse("already-so");
    const at = await readClock(tx);
    await updateUser(tx, userId, { switchedOffAt: null }, { at, changed: ["switched-on"] });
    await recordAct(tx, at, { operatorId, kind: "switch-on", subjectId: userId, why });
  });
}

async function lockPerson(tx: Tx, userId: UserId) {
  const [person] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  return person && !person.closedAt ? person : refuse("no-such-person");
}
