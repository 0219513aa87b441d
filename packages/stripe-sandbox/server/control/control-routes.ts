import { z } from "zod";
import { paymentMethodTypes } from "../state/payment-method-types.ts";
import type { Controls } from "./controls.ts";

const errorType = z.enum([
  "api_error",
  "card_error",
  "idempotency_error",
  "invalid_request_error",
  "rate_limit_error",
]);

const errorAnswer = z.strictObject({
  status: z.int().min(400).max(599),
  type: errorType.exactOptional(),
  code: z.string().exactOptional(),
  message: z.string().exactOptional(),
  kept: z.boolean().exactOptional(),
});

const times = z.int().positive().nullable().exactOptional();

const faultRequest = z.strictObject({
  method: z.enum(["GET", "POST"]).exactOptional(),
  path: z.string().startsWith("/"),
  times,
  probability: z.number().min(0).max(1).exactOptional(),
  seed: z.int().exactOptional(),
  latencyMs: z.int().nonnegative().exactOptional(),
  before: z.union([z.enum(["reset", "no-answer"]), errorAnswer]).exactOptional(),
  after: z.union([z.enum(["reset", "no-answer", "truncated"]), errorAnswer]).exactOptional(),
  shouldRetry: z.boolean().exactOptional(),
});

const trouble = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("drop") }),
  z.strictObject({ kind: z.literal("delay"), ms: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal("duplicate"), copies: z.int().positive() }),
  z.strictObject({ kind: z.literal("shuffle"), withinMs: z.int().positive(), seed: z.int() }),
  z.strictObject({ kind: z.literal("stale"), seconds: z.int().positive() }),
  z.strictObject({
    kind: z.enum([
      "forged",
      "tampered",
      "older-version",
      "wrong-livemode",
      "unknown-type",
      "foreign",
    ]),
  }),
]);

const ruleRequest = z.strictObject({ types: z.array(z.string()).exactOptional(), times, trouble });
const storm = z.strictObject({
  count: z.int().positive(),
  perSecond: z.number().positive(),
  types: z.array(z.string()).exactOptional(),
});
const authentication = z.strictObject({
  payment_intent: z.string(),
  outcome: z.enum(["completed", "failed"]),
});
const resend = z.strictObject({ event: z.string() });
const endpoint = z
  .strictObject({
    url: z.url(),
    secret: z.string().min(1),
    timeoutMs: z.int().positive().exactOptional(),
  })
  .nullable();
const secretRoll = z.strictObject({
  secret: z.string().min(1),
  expiresInSeconds: z.int().nonnegative().exactOptional(),
});
/** Stripe's own numbers, unless others are given. */
const limits = z.strictObject({
  perSecond: z
    .strictObject({
      endpoint: z.int().positive().default(25),
      account: z.int().positive().default(100),
    })
    .nullable()
    .exactOptional(),
  objectLocks: z.enum(["wait", "refuse"]).exactOptional(),
});
const account = z.strictObject({
  payment_method_types: z.array(z.enum(paymentMethodTypes)).min(1),
});
const nothing = z.looseObject({});

type ControlRoute = (controls: Controls, body: unknown) => unknown;

const done = { ok: true };

/** `GET /_sandbox/<name>` reads, `POST /_sandbox/<name>` changes. */
export const controlRoutes: Record<"GET" | "POST", Record<string, ControlRoute>> = {
  GET: {
    health: () => done,
    history: (controls) => controls.history(),
    snapshot: (controls) => controls.snapshot(),
  },
  POST: {
    faults: taking(faultRequest, (controls, wanted) => controls.addFault(wanted)),
    "faults/clear": telling((controls) => controls.clearFaults()),
    limits: taking(limits, (controls, wanted) => controls.setLimits(wanted)),
    account: taking(account, (controls, wanted) => controls.setAccount(wanted)),
    "webhooks/rules": taking(ruleRequest, (controls, wanted) => controls.addWebhookRule(wanted)),
    "webhooks/rules/clear": telling((controls) => controls.clearWebhookRules()),
    "webhooks/pause": telling((controls) => controls.pauseWebhooks()),
    "webhooks/resume": telling((controls) => controls.resumeWebhooks()),
    "webhooks/flush": telling((controls) => controls.flushWebhooks()),
    "webhooks/resend": taking(resend, (controls, { event }) => controls.resendWebhook(event)),
    "webhooks/storm": taking(storm, (controls, wanted) => ({
      sent: controls.stormWebhooks(wanted),
    })),
    "webhooks/endpoint": taking(endpoint, (controls, wanted) => controls.setWebhook(wanted)),
    "webhooks/roll-secret": taking(secretRoll, (controls, wanted) =>
      controls.rollWebhookSecret(wanted),
    ),
    "clock/advance": taking(
      z.strictObject({ seconds: z.number().nonnegative() }),
      (controls, { seconds }) => ({ now: controls.advanceClock(seconds) }),
    ),
    authentications: taking(authentication, (controls, wanted) =>
      controls.answerAuthentication(wanted.payment_intent, wanted.outcome),
    ),
    reset: telling((controls) => controls.reset()),
  },
};

function taking<S extends z.ZodType>(
  schema: S,
  change: (controls: Controls, wanted: z.infer<S>) => unknown,
): ControlRoute {
  return async (controls, body) => (await change(controls, schema.parse(body))) ?? done;
}

function telling(change: (controls: Controls) => void | Promise<void>): ControlRoute {
  return taking(nothing, change);
}
