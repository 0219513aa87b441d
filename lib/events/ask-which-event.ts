import { refuse } from "#kernel/refusal.ts";
import { asCandidate } from "./as-candidate.ts";
import { listSellableEvents } from "./list-sellable-events.ts";

/**
 * Asks which event of the catalogue a line means, as a form does whose browser runs no script.
 *
 * Refuses: always; `events-found`, or `invalid-input` where nothing is called so.
 */
export async function askWhichEvent(typed: string): Promise<never> {
  const found = await listSellableEvents(typed);
  if (found.length > 0) return refuse("events-found", { candidates: found.map(asCandidate) });
  const event = typed.trim()
    ? "We know no upcoming event of that name or place. Try other words of it, or describe it below."
    : "Type a name or a place to find it by.";
  return refuse("invalid-input", { fields: { event } });
}
