import type { ApiErrorType } from "./api-error-type.ts";

/** How a call fails: the connection is cut, no answer ever comes, or an error is answered. */
export type Failure =
  | "reset"
  | "no-answer"
  | {
      status: number;
      type?: ApiErrorType;
      code?: string;
      message?: string;
      /** The idempotency key answers the same error again, as Stripe does once it has begun to execute. */
      kept?: boolean;
    };

export type FaultRequest = {
  method?: "GET" | "POST";
  /** A path where `*` stands for one part and `**` for the rest. */
  path: string;
  /** How many calls it hits; `null` is every one. Default 1. */
  times?: number | null;
  /** Of the calls that match, how many are hit; drawn from `seed`, so a run repeats. */
  probability?: number;
  seed?: number;
  latencyMs?: number;
  /** Fails before anything happened. */
  before?: Failure;
  /** Everything happened, and the caller does not get to know; `truncated` breaks off in the middle of the answer. */
  after?: Failure | "truncated";
  /** The `Stripe-Should-Retry` header of the error. */
  shouldRetry?: boolean;
};

export type Fault = FaultRequest & { id: string; left: number | null; randomState: number };
