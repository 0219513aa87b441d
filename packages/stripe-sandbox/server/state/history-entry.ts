export type ApiCallEntry = {
  kind: "api-call";
  at: number;
  requestId: string;
  method: string;
  path: string;
  parameters: string;
  idempotencyKey: string | null;
  status: number | "connection-reset" | "no-answer" | "truncated";
  replayed: boolean;
  fault: string | null;
};

/** Money that moved or was held: the record an independent check of the books starts from. */
export type MoneyEffectEntry = {
  kind: "effect";
  at: number;
  effect:
    | "authorized"
    | "declined"
    | "captured"
    | "released"
    | "refunded"
    | "refund-failed"
    | "disputed"
    | "reinstated";
  paymentIntent: string;
  charge: string;
  amount: number;
  currency: string;
};

export type DeliveryEntry = {
  kind: "delivery";
  at: number;
  event: string;
  type: string;
  attempt: number;
  result: number | "failed" | "dropped" | "gave-up";
};

export type HistoryEntry = ApiCallEntry | MoneyEffectEntry | DeliveryEntry;
