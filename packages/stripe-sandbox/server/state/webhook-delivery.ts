import type { StoredEvent } from "./stored-objects.ts";

export type Strangeness = "wrong-livemode" | "unknown-type" | "foreign";

/** What an endpoint is sent, signed as it should be, though `GET /v1/events` does not know it. */
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

/** One message on its way. It leaves the state once answered with 2xx; a dropped one stays out for good. */
export type WebhookDelivery = {
  id: string;
  event: string;
  /** What is sent in place of an event of this account. */
  stranger?: StrangeEvent;
  attempts: number;
  /** Milliseconds on the sandbox's clock. */
  dueMs: number;
  firstDueMs: number;
  /** How the next attempt lies about itself; the attempts after it are honest. */
  disguise: Disguise | null;
};
