import { sentTogether } from "./sent-together.ts";

/**
 * The order in which every transaction locks rows. Two transactions that lock the same rows in different orders
 * can each hold what the other waits for: a deadlock.
 */
export const rowLockOrder = ["ticket", "buyer", "order", "charge"] as const;

type RowLocks = { [Row in (typeof rowLockOrder)[number]]?: () => Promise<unknown> };

/** Sends row locks one behind the other, by `rowLockOrder`, however they are listed. Resolves when all are held. */
export async function lockRows(locks: RowLocks): Promise<void> {
  const inOrder = rowLockOrder.flatMap((row) => {
    const lock = locks[row];
    return lock ? [[row, lock()] as const] : [];
  });
  await sentTogether(Object.fromEntries(inOrder));
}
