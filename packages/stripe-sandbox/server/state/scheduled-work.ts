export type ScheduledKind =
  | "settle-charge"
  | "finish-refund"
  | "fail-refund"
  | "expire-authorization"
  | "open-dispute"
  | "decide-dispute"
  | "warn-of-fraud";

/** Something Stripe does by itself later. `due` is unix seconds on the sandbox's clock. */
export type ScheduledWork = { due: number; kind: ScheduledKind; objectId: string };
