import { refresh } from "next/cache";
import { Refusal } from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";

/** For `.catch` in an action: a refusal that tells of the ticket or its event also fetches the page anew. */
export function showTicketAsItIs(error: unknown): never {
  if (error instanceof Refusal && ["ticket", "event"].includes(refusals[error.reason.code].about))
    refresh();
  throw error;
}
