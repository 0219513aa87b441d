import type { CallLimits } from "./call-limits.ts";
import type { Fault } from "./fault.ts";
import type { HistoryEntry } from "./history-entry.ts";
import type { PaymentMethodType } from "./payment-method-types.ts";
import type { ScheduledWork } from "./scheduled-work.ts";
import type {
  StoredBalanceTransaction,
  StoredCharge,
  StoredConfirmationToken,
  StoredDispute,
  StoredEarlyFraudWarning,
  StoredEvent,
  StoredPaymentIntent,
  StoredPaymentMethod,
  StoredRefund,
} from "./stored-objects.ts";
import type { StoredReply } from "./stored-reply.ts";
import type { WebhookDelivery } from "./webhook-delivery.ts";
import type { RetiringSecret } from "./webhook-endpoint.ts";
import type { WebhookPlan } from "./webhook-plan.ts";

/** What Stripe's PaymentIntent object does not show: how often it failed, and its open 3-D Secure challenge. */
export type PaymentAttempts = { failures: number; openChallenge: string | null };

/** One 3-D Secure challenge. `returnUrl` is set when the buyer is redirected rather than shown a modal. */
export type Challenge = {
  id: string;
  paymentIntent: string;
  returnUrl: string | null;
  outcome: "open" | "completed" | "failed";
};

/** A decoded form: words, and hashes of them. */
export type ElementsContext = { [name: string]: string | ElementsContext };

/** Everything the sandbox knows. Plain JSON, so that it can be saved, shown and compared. */
export type SandboxState = {
  clockOffsetMs: number;
  /** What the owner of the account has set: the ways to pay that are switched on. A new account has Link beside cards. */
  account: { paymentMethodTypes: PaymentMethodType[] };
  payment_intents: Record<string, StoredPaymentIntent>;
  charges: Record<string, StoredCharge>;
  refunds: Record<string, StoredRefund>;
  payment_methods: Record<string, StoredPaymentMethod>;
  confirmation_tokens: Record<string, StoredConfirmationToken>;
  /** The ways to pay of the Elements that a confirmation token was made with, as stripe.js sent them. */
  tokenContexts: Record<string, ElementsContext>;
  balance_transactions: Record<string, StoredBalanceTransaction>;
  disputes: Record<string, StoredDispute>;
  early_fraud_warnings: Record<string, StoredEarlyFraudWarning>;
  events: Record<string, StoredEvent>;
  attempts: Record<string, PaymentAttempts>;
  challenges: Record<string, Challenge>;
  /** Which test card a payment method or confirmation token stands for. */
  cardNumbers: Record<string, string>;
  idempotency: Record<string, StoredReply>;
  schedule: ScheduledWork[];
  deliveries: Record<string, WebhookDelivery>;
  faults: Fault[];
  limits: CallLimits;
  webhookPlan: WebhookPlan;
  retiringSecrets: RetiringSecret[];
  history: HistoryEntry[];
};

export function emptyState(): SandboxState {
  return {
    clockOffsetMs: 0,
    account: { paymentMethodTypes: ["card", "link"] },
    payment_intents: {},
    charges: {},
    refunds: {},
    payment_methods: {},
    confirmation_tokens: {},
    tokenContexts: {},
    balance_transactions: {},
    disputes: {},
    early_fraud_warnings: {},
    events: {},
    attempts: {},
    challenges: {},
    cardNumbers: {},
    idempotency: {},
    schedule: [],
    deliveries: {},
    faults: [],
    limits: { perSecond: null, objectLocks: "wait", recent: [] },
    webhookPlan: { paused: false, rules: [] },
    retiringSecrets: [],
    history: [],
  };
}
