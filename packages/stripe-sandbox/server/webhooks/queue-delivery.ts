import { newId } from "../state/new-id.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import type { StoredEvent } from "../state/stored-objects.ts";
import { nextRandom } from "../state/seeded-random.ts";
import { strangeEvent } from "./strange-event.ts";
import { appendHistory } from "../state/append-history.ts";
import { takeWebhookRules } from "./webhook-rules.ts";
import type { WebhookRule } from "../state/webhook-plan.ts";
import type { Disguise, WebhookDelivery } from "../state/webhook-delivery.ts";

/** Queues an event for delivery, with the trouble that the webhook plan holds for it. */
export function queueDelivery(state: SandboxState, event: StoredEvent, nowMs: number): void {
  const rules = takeWebhookRules(state.webhookPlan, event.type);
  queueStrangeEvents(state, event, nowMs, rules);
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
    addDelivery(state, {
      event: event.id,
      dueMs: nowMs + rules.reduce((sum, rule) => sum + delayOf(rule), 0),
      disguise: disguiseOf(rules),
    });
  }
}

type NewDelivery = Pick<WebhookDelivery, "event" | "dueMs"> & Partial<WebhookDelivery>;

export function addDelivery(state: SandboxState, wanted: NewDelivery): void {
  const id = newId("whd");
  state.deliveries[id] = {
    id,
    attempts: 0,
    firstDueMs: wanted.dueMs,
    disguise: null,
    ...wanted,
  };
}

/** A strange event is sent in addition to the event it is modelled on. */
function queueStrangeEvents(
  state: SandboxState,
  event: StoredEvent,
  nowMs: number,
  rules: WebhookRule[],
): void {
  for (const { trouble } of rules) {
    if (
      trouble.kind !== "wrong-livemode" &&
      trouble.kind !== "unknown-type" &&
      trouble.kind !== "foreign"
    )
      continue;
    const stranger = strangeEvent(event, trouble.kind);
    addDelivery(state, { event: stranger.id, dueMs: nowMs, stranger });
  }
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
    if (
      trouble.kind === "stale" ||
      trouble.kind === "forged" ||
      trouble.kind === "tampered" ||
      trouble.kind === "older-version"
    )
      return trouble;
  }
  return null;
}
