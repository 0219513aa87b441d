import { refresh } from "next/cache";
import { Refusal, tellsOfTheMarket } from "#kernel/refusal.ts";

/** For `.catch` in an action: a refusal that tells of a ticket, its event or an order also fetches the page anew. */
export function showAsItIs(error: unknown): never {
  if (error instanceof Refusal && tellsOfTheMarket(error.reason)) refresh();
  throw error;
}
