import type { TimelineEntry } from "#components/timeline.tsx";
import type { DomainEvent, DomainEventData } from "#lib/domain-events/domain-events.ts";
import { failureSentence } from "./failure-sentence.ts";

const whyCancelled: Record<DomainEventData<"OrderCancelled">["reason"], string> = {
  buyer: "You cancelled the order",
  payment_failed: "Order cancelled: it could not be paid",
  event_over: "Order cancelled: the event was called off or has begun",
};

/** What a buyer reads of the domain events of their order and its charge. The others are internal and not shown. */
export function historyEntries(history: DomainEvent[]): TimelineEntry[] {
  let tries = 0;
  return history.flatMap((told) => {
    if (told.type !== "ChargeDeclined") return entryOf(told) ?? [];
    const from = tries;
    tries = told.data.declines;
    return declines(told, from);
  });
}

/** One for each try; several may have been found out at once, and then the reason of the last is known. */
function declines(
  { occurredAt, data }: DomainEvent<"ChargeDeclined">,
  before: number,
): TimelineEntry[] {
  return Array.from({ length: Math.max(0, data.declines - before) }, (_, index) => {
    const number = before + index + 1;
    const title = `Try ${number} did not go through`;
    const why = number === data.declines ? failureSentence(data.failureCode) : null;
    const text = why ? `${why} You were not charged.` : "You were not charged.";
    return { at: occurredAt, title, text };
  });
}

function entryOf({ type, data, occurredAt: at }: DomainEvent): TimelineEntry | null {
  switch (type) {
    case "OrderCreated":
      return { at, title: "Ticket locked for you" };
    case "OrderAwaitingPayment":
      return { at, title: "Payment begun" };
    case "OrderCompleted":
      return { at, title: "Paid: the ticket is yours" };
    case "OrderCancelled":
      return { at, title: whyCancelled[data.reason] };
    case "OrderExpired":
      return { at, title: "Time ran out" };
    case "RefundRequested":
      return { at, title: "Your money is to be given back" };
    case "ChargeRefunded":
      return { at, title: "Your money was given back to your card" };
    case "ChargeRefundFailed":
      return {
        at,
        title: "Your bank did not take the money back",
        text: "We know, and a person is seeing to it.",
      };
    default:
      return null;
  }
}
