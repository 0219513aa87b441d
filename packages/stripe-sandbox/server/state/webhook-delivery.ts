import type { StoredEvent } from "./stored-objects.ts";

export type Strangeness = "wrong-livemode" | "unknown-type" | "foreign";

/** An event that is sent with a valid signature although `GET /v1/events` does not list it. */
export type StrangeEvent = Omit<StoredEvent, "livemode" | "type"> & {
  livemode: boolean;
  type: string;
  account?: string;
};

export type Disguise =
  | { kind: "stale"; seconds: number }
  | { kind: "forged" }
  | { kind: "tampered" }
  | { kind: "older-version" };

/** One event waiting to be delivered. It is removed once answered with 2xx, or after three days of retries. */
export type WebhookDelivery = {
  id: string;
  event: string;
  /** Sent instead of the listed event named by `event`. */
  stranger?: StrangeEvent;
  attempts: number;
  /** Milliseconds on the sandbox's clock. */
  dueMs: number;
  firstDueMs: number;
  /** How the next attempt is falsified; the attempts after it are genuine. */
  disguise: Disguise | null;
};
