import { refresh } from "next/cache";
import { Refusal } from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";

const changing: ReadonlySet<string> = new Set(["ticket", "event", "order"]);

/** For `.catch` in an action: a refusal that tells of a ticket, its event or an order also fetches the page anew. */
export function showAsItIs(error: unknown): never {
  if (error instanceof Refusal && changing.has(refusals[error.reason.code].about)) refresh();
  throw error;
}
