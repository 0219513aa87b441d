import type { Purpose } from "#db/schema/confirmations.ts";
import { Refusal, type RefusalReason } from "#kernel/refusal.ts";
import { readConfirmation } from "./take-confirmation.ts";

export type Described =
  | (Awaited<ReturnType<typeof readConfirmation>> & { token: string })
  | { refusal: RefusalReason };

/** What a link asks, or why it asks nothing any more. Uses nothing up. */
export async function describeConfirmation(
  purposes: readonly Purpose[],
  token: string,
): Promise<Described> {
  try {
    return { ...(await readConfirmation(purposes, token)), token };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.reason };
    throw error;
  }
}
