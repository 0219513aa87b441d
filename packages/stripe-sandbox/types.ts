/** The types that users of the sandbox need beside `startSandbox`, which is in `./start`. */
export type { RunningSandbox, SandboxOptions } from "./server/start-sandbox.ts";
export type { FaultRequest } from "./server/state/fault.ts";
export type { CallLimitsRequest } from "./server/state/call-limits.ts";
export type { WebhookRuleRequest, WebhookTrouble } from "./server/state/webhook-plan.ts";
