import { appendHistory } from "../state/history.ts";
import { newId } from "../state/new-id.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import type { StoredEvent } from "../state/stored-objects.ts";
import { nextRandom } from "../control/seeded-random.ts";
import { takeWebhookRules, type WebhookRule } from "./webhook-plan.ts";
import type { Disguise, WebhookDelivery } from "./webhook-delivery.ts";

/** Sends an event on its way, through whatever trouble the plan holds for it. */
export function queueDelivery(state: SandboxState, event: StoredEvent, nowMs: number): void {
  const rules = takeWebhookRules(state.webhookPlan, event.type);
  if (rules.some((rule) => rule.trouble.kind === "drop")) {
    appendHistory(state, {
      kind: "delivery",
      at: Math.floor(nowMs / 1000),
      event: event.id,
      type: event.type,
      attempt: 0,
      result: "dropped",
    });
    return;
  }
  const copies = rules.reduce(
    (sum, rule) => sum + (rule.trouble.kind === "duplicate" ? rule.trouble.copies : 0),
    1,
  );
  for (let copy = 0; copy < copies; copy += 1) {
    addDelivery(
      state,
      event.id,
      nowMs + rules.reduce((sum, rule) => sum + delayOf(rule), 0),
      disguiseOf(rules),
    );
  }
}

export function addDelivery(
  state: SandboxState,
  event: string,
  dueMs: number,
  disguise: Disguise | null = null,
): WebhookDelivery {
  const delivery = { id: newId("whd"), event, attempts: 0, dueMs, firstDueMs: dueMs, disguise };
  state.deliveries[delivery.id] = delivery;
  return delivery;
}

function delayOf(rule: WebhookRule): number {
  if (rule.trouble.kind === "delay") return rule.trouble.ms;
  if (rule.trouble.kind !== "shuffle") return 0;
  const drawn = nextRandom(rule.randomState);
  rule.randomState = drawn.state;
  return Math.floor(drawn.value * rule.trouble.withinMs);
}

function disguiseOf(rules: WebhookRule[]): Disguise | null {
  for (const { trouble } of rules) {
    if (trouble.kind === "stale" || trouble.kind === "forged" || trouble.kind === "tampered")
      return trouble;
  }
  return null;
}
