import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { users } from "#db/schema/auth.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { nameField } from "./account-fields.ts";

export const changeNameInput = z.object({ name: nameField });

/**
 * Changes what a user is called.
 *
 * Refuses: `not-signed-in` when there is no such user; `busy` when the row lock cannot be had in time.
 */
export async function changeName(
  userId: UserId,
  { name }: z.output<typeof changeNameInput>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const at = await readClock(tx);
    const [changed] = await tx
      .update(users)
      .set({ name, updatedAt: at, version: sql`version + 1` })
      .where(eq(users.id, userId))
      .returning({ version: users.version });
    if (!changed) return refuse("not-signed-in");
    await recordDomainEvent(tx, "UserUpdated", at, {
      userId,
      version: changed.version,
      changed: ["name"],
    });
  });
}
