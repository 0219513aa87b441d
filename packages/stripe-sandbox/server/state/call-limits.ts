/** Why a call was refused, in the header `Stripe-Rate-Limited-Reason`. */
export type RateLimitedReason = "global-rate" | "endpoint-rate";

export type CallLimitsRequest = {
  /** Calls in a second, of one endpoint and of all; `null` counts none, as at the start. */
  perSecond?: { endpoint: number; account: number } | null;
  /** Whether a change of an object that is being changed waits, as at the start, or is refused with `lock_timeout`. */
  objectLocks?: "wait" | "refuse";
};

export type CallLimits = Required<CallLimitsRequest> & {
  /** The calls of the last second. */
  recent: { atMs: number; endpoint: string }[];
};
