import type { Sandbox } from "../state/sandbox.ts";
import { validSecrets } from "./roll-secret.ts";
import { sendWebhook } from "./send-webhook.ts";
import { appendHistory } from "../state/append-history.ts";
import { nextAttemptMs } from "./next-attempt.ts";
import type { WebhookDelivery } from "../state/webhook-delivery.ts";

/** Enough to deliver fifty copies of one event at the same time, which a test does. */
const MOST_AT_ONCE = 64;

export type WebhookCourier = {
  /** Starts the deliveries that are due and not underway. */
  deliverDue(): void;
  /** Sends all waiting deliveries, paused or not, and resolves when each was tried once. */
  flush(): Promise<void>;
  /** When the next one is due, or `null`. */
  nextDueMs(): number | null;
  stop(): Promise<void>;
};

export function createWebhookCourier(sandbox: Sandbox): WebhookCourier {
  const underway = new Map<string, Promise<void>>();
  const stopped = new AbortController();

  function start(delivery: WebhookDelivery): Promise<void> {
    const already = underway.get(delivery.id);
    if (already) return already;
    const attempt = attemptDelivery(sandbox, delivery, stopped.signal).finally(() => {
      underway.delete(delivery.id);
      if (!stopped.signal.aborted) sandbox.changed();
    });
    underway.set(delivery.id, attempt);
    return attempt;
  }

  return {
    deliverDue() {
      if (sandbox.state.webhookPlan.paused || stopped.signal.aborted) return;
      const now = sandbox.clockMs();
      for (const delivery of Object.values(sandbox.state.deliveries)) {
        if (underway.size >= MOST_AT_ONCE) return;
        if (delivery.dueMs <= now) void start(delivery);
      }
    },
    async flush() {
      await Promise.all(Object.values(sandbox.state.deliveries).map(start));
    },
    nextDueMs() {
      if (sandbox.state.webhookPlan.paused || underway.size >= MOST_AT_ONCE) return null;
      const waiting = Object.values(sandbox.state.deliveries).filter(
        (delivery) => !underway.has(delivery.id),
      );
      return waiting.reduce<number | null>(
        (soonest, { dueMs }) => (soonest === null ? dueMs : Math.min(soonest, dueMs)),
        null,
      );
    },
    async stop() {
      stopped.abort();
      await Promise.all(underway.values());
    },
  };
}

async function attemptDelivery(
  sandbox: Sandbox,
  delivery: WebhookDelivery,
  stopped: AbortSignal,
): Promise<void> {
  const { state, webhook } = sandbox;
  const event = delivery.stranger ?? state.events[delivery.event];
  if (!event || !webhook) {
    delete state.deliveries[delivery.id];
    return;
  }
  const { disguise } = delivery;
  delivery.disguise = null;
  const secrets = validSecrets(sandbox, webhook.secret);
  const result = await sendWebhook({ endpoint: webhook, secrets, event, disguise }, stopped);
  if (stopped.aborted) return;
  delivery.attempts += 1;
  const note = {
    kind: "delivery",
    at: Math.floor(sandbox.clockMs() / 1000),
    event: event.id,
    type: event.type,
    attempt: delivery.attempts,
  } as const;
  appendHistory(state, { ...note, result });
  if (typeof result === "number" && result >= 200 && result < 300) {
    event.pending_webhooks = 0;
    delete state.deliveries[delivery.id];
    return;
  }
  const next = nextAttemptMs(delivery, sandbox.clockMs());
  if (next !== null) {
    delivery.dueMs = next;
    return;
  }
  delete state.deliveries[delivery.id];
  appendHistory(state, { ...note, result: "gave-up" });
}
