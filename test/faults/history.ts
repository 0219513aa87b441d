import type { Answer, Told } from "./told.ts";
import type { Tally } from "./tally.ts";

/** What people were told, to be held against what is true in the end. */
export type History = {
  created: Answer<"order-created">[];
  authorized: Answer<"authorized">[];
  cancelAsked: Set<string>;
  cancelled: Set<string>;
  declined: Set<string>;
  seenCompleted: Answer<"seen-completed">[];
  withdrawn: Set<string>;
  changed: Answer<"listing-changed">[];
};

export function openHistory(tally: Tally): { history: History; note: (told: Told) => void } {
  const history: History = {
    ...{ created: [], authorized: [], seenCompleted: [], changed: [] },
    ...{ cancelAsked: new Set(), cancelled: new Set(), declined: new Set(), withdrawn: new Set() },
  };
  return { history, note: (told) => note(history, tally, told) };
}

function note(history: History, tally: Tally, told: Told): void {
  tally.count(`told ${told.what}`);
  switch (told.what) {
    case "order-created":
      tally.count(`way: ${told.way}`);
      return void history.created.push(told);
    case "order-refused":
      return tally.count(`refused: ${told.code}`);
    case "authorized":
      return void history.authorized.push(told);
    case "cancel-asked":
      return void history.cancelAsked.add(told.orderId);
    case "cancelled":
      return void history.cancelled.add(told.orderId);
    case "declined":
      return void history.declined.add(told.orderId);
    case "seen-completed":
      return void history.seenCompleted.push(told);
    case "listing-changed":
      return void history.changed.push(told);
    case "listing-withdrawn":
      return void history.withdrawn.add(told.ticketId);
    case "failed":
      if (told.explained) return tally.count(`error page: ${told.why.split(":")[0]}`);
      return tally.violate("every error has a cause", `${told.asked}: ${told.why}`);
    case "wrong":
      return tally.violate(told.check, told.detail);
    case "open":
    case "over":
  }
}
