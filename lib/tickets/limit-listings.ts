import { db } from "#db/client.ts";
import type { UserId } from "#kernel/ids.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { findListed } from "./find-listed.ts";

/**
 * Counts the `count` tickets that a press of the sell form lists. One that arrives again lists nothing new, so it is not counted, and never refused
 * for being one too many.
 *
 * Refuses: what `limitRate` refuses.
 */
export async function limitListings(
  sellerId: UserId,
  requestKey?: string,
  count = 1,
): Promise<void> {
  if (requestKey && (await findListed(db(), sellerId, requestKey))) return;
  await limitRate("listBySeller", sellerId, count);
}
