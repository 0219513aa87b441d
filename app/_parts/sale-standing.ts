import type { StateTone } from "#components/ui/state-badge.tsx";
import type { UserId } from "#kernel/ids.ts";
import type { SaleState } from "#lib/tickets/sale-state.ts";
import type { TicketState } from "#lib/tickets/ticket-state.ts";

type Sale = SaleState | "held" | "yours";

type Standing = {
  tone: StateTone;
  /** To whoever looks for a ticket. */
  market: string;
  /** To its seller. */
  seller: string;
};

/**
 * The one place that says how a ticket of the market looks and what it is called. To the buyer who holds it, it is held
 * rather than locked, and theirs rather than sold.
 */
export const saleStandings: Record<Sale, Standing> = {
  available: { tone: "open", market: "Available", seller: "For sale" },
  held: { tone: "held", market: "Held for you", seller: "Held for you" },
  yours: { tone: "yours", market: "Yours", seller: "Sold" },
  locked: { tone: "busy", market: "Someone is paying", seller: "Someone is paying" },
  sold: { tone: "done", market: "Sold", seller: "Sold" },
  withdrawn: { tone: "gone", market: "Withdrawn", seller: "You withdrew it" },
  begun: { tone: "gone", market: "The event has begun", seller: "Not sold: the event has begun" },
  "called-off": {
    tone: "gone",
    market: "The event was called off",
    seller: "Not sold: the event was called off",
  },
};

type Seen = {
  sale: SaleState;
  state: TicketState;
  holderId: UserId | null;
  sellerId: UserId;
  freeAt: Date | null;
};

/** How a ticket of the market stands for whoever looks at it: as a tone, in words, and when it may come free. */
export function standingFor(ticket: Seen, viewer: UserId | undefined) {
  const { sale, state, holderId, sellerId, freeAt } = ticket;
  const mine = viewer !== undefined && holderId === viewer;
  const held = state === "locked" && sale !== "called-off" ? "held" : sale;
  const stands = mine ? (sale === "sold" ? "yours" : held) : sale;
  const { tone, market, seller } = saleStandings[stands];
  return {
    tone,
    words: viewer === sellerId ? seller : market,
    freeAt: stands === "locked" ? freeAt : null,
  };
}
