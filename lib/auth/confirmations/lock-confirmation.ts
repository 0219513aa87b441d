import { eq } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { confirmations } from "#db/schema/confirmations.ts";
import type { Tx } from "#db/transaction.ts";
import type { ConfirmationId } from "#kernel/ids.ts";

/** A question under its row's lock, null for what was never asked; and the database's clock, read once it is locked. */
export async function lockConfirmation(tx: Tx, confirmationId: ConfirmationId) {
  const [asked] = await tx
    .select()
    .from(confirmations)
    .where(eq(confirmations.id, confirmationId))
    .for("update");
  return { asked: asked ?? null, now: await readClock(tx) };
}
