import type { Strangeness } from "./strange-event.ts";
import type { Disguise } from "./webhook-delivery.ts";
import { newId } from "../state/new-id.ts";
import type { SandboxState } from "../state/sandbox-state.ts";

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

export function addWebhookRule(state: SandboxState, request: WebhookRuleRequest): WebhookRule {
  const randomState = request.trouble.kind === "shuffle" ? request.trouble.seed : 0;
  const rule = {
    ...request,
    id: newId("rule", 8),
    left: request.times === undefined ? 1 : request.times,
    randomState,
  };
  state.webhookPlan.rules.push(rule);
  return rule;
}

export function clearWebhookRules(state: SandboxState): void {
  state.webhookPlan.rules = [];
}

/** The rules that meet an event of this type, counted down. */
export function takeWebhookRules(plan: WebhookPlan, type: string): WebhookRule[] {
  const met = plan.rules.filter((rule) => rule.left !== 0 && matchesType(rule.types, type));
  for (const rule of met) if (rule.left !== null) rule.left -= 1;
  return met;
}

export function matchesType(types: string[] | undefined, type: string): boolean {
  return (
    !types ||
    types.some(
      (wanted) =>
        wanted === "*" ||
        wanted === type ||
        (wanted.endsWith(".*") && type.startsWith(wanted.slice(0, -1))),
    )
  );
}
