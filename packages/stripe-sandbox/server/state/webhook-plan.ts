import type { Disguise, Strangeness } from "./webhook-delivery.ts";

/** What goes wrong on the way of an event to the endpoint. */
export type WebhookTrouble =
  | { kind: "drop" }
  | { kind: "delay"; ms: number }
  | { kind: "duplicate"; copies: number }
  /** Each waits a random while of at most `withinMs`, so that later ones overtake. */
  | { kind: "shuffle"; withinMs: number; seed: number }
  | Disguise
  /** An event nobody should act on comes too, with an id of its own. */
  | { kind: Strangeness };

export type WebhookRuleRequest = {
  /** `payment_intent.succeeded` or `charge.*`; every event when left out. */
  types?: string[];
  /** How many events it meets; `null` is every one. One, unless told. */
  times?: number | null;
  trouble: WebhookTrouble;
};

export type WebhookRule = WebhookRuleRequest & {
  id: string;
  left: number | null;
  randomState: number;
};

export type WebhookPlan = { paused: boolean; rules: WebhookRule[] };
