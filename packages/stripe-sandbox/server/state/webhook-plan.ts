import type { Disguise, Strangeness } from "./webhook-delivery.ts";

/** What goes wrong between an event and the endpoint. */
export type WebhookTrouble =
  | { kind: "drop" }
  | { kind: "delay"; ms: number }
  | { kind: "duplicate"; copies: number }
  /** Each waits a random time of at most `withinMs`, so that later events may arrive first. */
  | { kind: "shuffle"; withinMs: number; seed: number }
  | Disguise
  /** A second event, which the endpoint should ignore, is sent too, with an id of its own. */
  | { kind: Strangeness };

export type WebhookRuleRequest = {
  /** `payment_intent.succeeded` or `charge.*`; every event when left out. */
  types?: string[];
  /** How many events it applies to; `null` is every one. Default 1. */
  times?: number | null;
  trouble: WebhookTrouble;
};

export type WebhookRule = WebhookRuleRequest & {
  id: string;
  left: number | null;
  randomState: number;
};

export type WebhookPlan = { paused: boolean; rules: WebhookRule[] };
