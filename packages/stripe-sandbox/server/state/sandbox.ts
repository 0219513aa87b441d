import type { ObjectLock } from "./object-lock.ts";
import type { SandboxState } from "./sandbox-state.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.ts";

/** The running sandbox: its state, its clock, and what to call when the state changed. */
export type Sandbox = {
  state: SandboxState;
  webhook: WebhookEndpoint | null;
  /** Milliseconds on the sandbox's own clock, which tests may move ahead. */
  clockMs(): number;
  /** Where browsers reach it; known once it listens. */
  origin: string;
  lock: ObjectLock;
  /** Idempotency keys whose first request is still being answered. */
  keysInUse: Set<string>;
  /** Saves the state, and wakes the alarm clock. */
  changed(): void;
};
