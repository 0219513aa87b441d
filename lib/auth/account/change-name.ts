import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { nameField } from "../account-fields.ts";
import { updateUser } from "./update-user.ts";

export const changeNameInput = z.object({ name: nameField });

/**
 * Changes what a user is called.
 *
 * Refuses: what `updateUser` refuses; `busy` when the row lock cannot be had in time.
 */
export async function changeName(
  userId: UserId,
  { name }: z.output<typeof changeNameInput>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const at = await readClock(tx);
    await updateUser(tx, userId, { name }, { at, changed: ["name"] });
  });
}
