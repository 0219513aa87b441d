import type Stripe from "stripe";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxState } from "./sandbox-state.ts";

/** The context of one operation on the state. An operation runs synchronously, so it is atomic. */
export type Call = {
  state: SandboxState;
  /** Unix seconds on the sandbox's clock; one operation sees one time. */
  now: number;
  origin: string;
  request: Stripe.Event.Request;
  /** True for `pk_test_…`: the client secret is required and secrets are left out of the answer. */
  publishable: boolean;
  hasWebhook: boolean;
};

type Caller = { request?: Stripe.Event.Request; publishable?: boolean };

/** Without a caller the operation is Stripe's own doing, such as an authorisation that ran out. */
export function beginCall(sandbox: Sandbox, caller: Caller = {}): Call {
  return {
    state: sandbox.state,
    now: Math.floor(sandbox.clockMs() / 1000),
    origin: sandbox.origin,
    request: caller.request ?? { id: null, idempotency_key: null },
    publishable: caller.publishable ?? false,
    hasWebhook: sandbox.webhook !== null,
  };
}
