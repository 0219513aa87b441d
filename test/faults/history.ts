import type { Message, MessageOf } from "./messages.ts";
import type { RunReport } from "./run-report.ts";

/** What people were told, to be held against what is true in the end. */
export type History = {
  created: MessageOf<"order-created">[];
  authorized: MessageOf<"authorized">[];
  cancelRequested: Set<string>;
  cancelled: Set<string>;
  shownCompleted: MessageOf<"shown-completed">[];
  withdrawn: Set<string>;
};

export function openHistory(report: RunReport): {
  history: History;
  record: (message: Message) => void;
} {
  const history: History = {
    created: [],
    authorized: [],
    cancelRequested: new Set(),
    cancelled: new Set(),
    shownCompleted: [],
    withdrawn: new Set(),
  };
  return { history, record: (message) => record(history, report, message) };
}

function record(history: History, report: RunReport, message: Message): void {
  report.count(`message: ${message.type}`);
  switch (message.type) {
    case "order-created":
      report.count(`way: ${message.way}`);
      return void history.created.push(message);
    case "order-refused":
      return report.count(`refused: ${message.code}`);
    case "authorized":
      return void history.authorized.push(message);
    case "cancel-requested":
      return void history.cancelRequested.add(message.orderId);
    case "cancelled":
      return void history.cancelled.add(message.orderId);
    case "shown-completed":
      return void history.shownCompleted.push(message);
    case "listing-withdrawn":
      return void history.withdrawn.add(message.ticketId);
    case "failed":
      if (message.explained) return report.count(`error page: ${message.why.split(":")[0]}`);
      return report.violate(
        "every error has an injected cause",
        `${message.asked}: ${message.why}`,
      );
    case "violation":
      return report.violate(message.check, message.detail);
    case "declined":
    case "listing-changed":
    case "ready":
    case "finished":
  }
}
