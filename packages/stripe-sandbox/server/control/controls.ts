import { authenticatePayment } from "../payments/challenge-payment.ts";
import { beginCall } from "../state/call.ts";
import { runDueWork } from "../clock/run-due-work.ts";
import type { Sandbox } from "../state/sandbox.ts";
import { emptyState, type SandboxState } from "../state/sandbox-state.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import type { WebhookCourier } from "../webhooks/deliver-webhooks.ts";
import { rollSecret, type SecretRoll } from "../webhooks/roll-secret.ts";
import { resendEvent, type Storm, stormEvents } from "../webhooks/resend-events.ts";
import { addFault, clearFaults } from "../dispatch/fault-plan.ts";
import type { HistoryEntry } from "../state/history-entry.ts";
import type { WebhookEndpoint } from "../state/webhook-endpoint.ts";
import { addWebhookRule, clearWebhookRules } from "../webhooks/webhook-rules.ts";
import type { WebhookRule, WebhookRuleRequest } from "../state/webhook-plan.ts";
import type { CallLimits, CallLimitsRequest } from "../state/call-limits.ts";
import type { PaymentMethodType } from "../state/payment-method-types.ts";
import type { Fault, FaultRequest } from "../state/fault.ts";

export type AccountRequest = { payment_method_types: PaymentMethodType[] };

/** What tests steer the sandbox with. `/_sandbox/…` offers the same over HTTP. */
export type Controls = {
  addFault(request: FaultRequest): Fault;
  clearFaults(): void;
  /** Counts calls as Stripe does, and refuses changes of an object that is being changed. `reset` ends both. */
  setLimits(request: CallLimitsRequest): CallLimits;
  /** What the owner of the account switches on or off. */
  setAccount(account: AccountRequest): void;
  addWebhookRule(request: WebhookRuleRequest): WebhookRule;
  clearWebhookRules(): void;
  pauseWebhooks(): void;
  resumeWebhooks(): void;
  /** Sends all waiting deliveries, paused or not; resolves when each was tried once. */
  flushWebhooks(): Promise<void>;
  resendWebhook(eventId: string): void;
  /** Sends old events again in a burst; answers how many. */
  stormWebhooks(storm: Storm): number;
  setWebhook(endpoint: WebhookEndpoint | null): void;
  /** Signs with a new secret, and with the old one too until it expires: after a day by default. */
  rollWebhookSecret(roll: SecretRoll): void;
  /** Moves the clock ahead and runs what became due; answers the new time in unix seconds. */
  advanceClock(seconds: number): number;
  /** Presses the button of the open 3-D Secure page. Throws Stripe's refusal when none is open. */
  answerAuthentication(paymentIntent: string, outcome: "completed" | "failed"): StoredPaymentIntent;
  /** Oldest first: every API call, every movement of money, every delivery. */
  history(): HistoryEntry[];
  /** A copy of everything. */
  snapshot(): SandboxState;
  reset(): void;
};

export function createControls(sandbox: Sandbox, courier: WebhookCourier): Controls {
  const { state } = sandbox;
  return {
    addFault: (request) => changing(sandbox, () => addFault(state, request)),
    clearFaults: () => changing(sandbox, () => clearFaults(state)),
    setLimits: (request) =>
      changing(sandbox, () => Object.assign(state.limits, request, { recent: [] })),
    setAccount: ({ payment_method_types: types }) =>
      changing(sandbox, () => void (state.account.paymentMethodTypes = types)),
    addWebhookRule: (request) => changing(sandbox, () => addWebhookRule(state, request)),
    clearWebhookRules: () => changing(sandbox, () => clearWebhookRules(state)),
    pauseWebhooks: () => changing(sandbox, () => void (state.webhookPlan.paused = true)),
    resumeWebhooks: () => changing(sandbox, () => void (state.webhookPlan.paused = false)),
    flushWebhooks: () => courier.flush(),
    resendWebhook: (eventId) =>
      changing(sandbox, () => resendEvent(state, eventId, sandbox.clockMs())),
    stormWebhooks: (storm) => changing(sandbox, () => stormEvents(state, storm, sandbox.clockMs())),
    setWebhook: (endpoint) =>
      changing(sandbox, () => {
        sandbox.webhook = endpoint;
        state.retiringSecrets = [];
      }),
    rollWebhookSecret: (roll) => changing(sandbox, () => rollSecret(sandbox, roll)),
    advanceClock: (seconds) => changing(sandbox, () => advanceClock(sandbox, seconds)),
    answerAuthentication: (paymentIntent, outcome) =>
      changing(sandbox, () => authenticatePayment(beginCall(sandbox), paymentIntent, outcome)),
    history: () => [...state.history],
    snapshot: () => structuredClone(state),
    reset: () => changing(sandbox, () => void Object.assign(state, emptyState())),
  };
}

function advanceClock(sandbox: Sandbox, seconds: number): number {
  sandbox.state.clockOffsetMs += seconds * 1000;
  const call = beginCall(sandbox);
  runDueWork(call);
  return call.now;
}

function changing<T>(sandbox: Sandbox, change: () => T): T {
  const result = change();
  sandbox.changed();
  return result;
}
