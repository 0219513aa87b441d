import type { RunningSandbox, WebhookTrouble } from "@rowlock/stripe-sandbox/types";
import type { Random } from "../random.ts";
import { every, type Fault } from "./fault.ts";

/** Meets the next few events with trouble, again and again. */
function trouble(name: string, make: (random: Random) => WebhookTrouble): Fault {
  return every([300, 1_800], async ({ sandbox, report }, random) => {
    const times = random.integer(1, 6);
    sweepUsedRules(sandbox);
    sandbox.addWebhookRule({ times, trouble: make(random) });
    report.count(name, times);
  });
}

function sweepUsedRules(sandbox: RunningSandbox): void {
  const { rules } = sandbox.state.webhookPlan;
  if (rules.every((rule) => rule.left === 0)) sandbox.clearWebhookRules();
}

export const loseWebhooks = trouble("lose-webhooks", () => ({ kind: "drop" }));
export const repeatWebhooks = trouble("repeat-webhooks", (random) => ({
  kind: "duplicate",
  copies: random.integer(1, 4),
}));
export const shuffleWebhooks = trouble("shuffle-webhooks", (random) => ({
  kind: "shuffle",
  withinMs: random.integer(100, 2_500),
  seed: random.integer(1, 1_000_000),
}));
export const delayWebhooks = trouble("delay-webhooks", (random) => ({
  kind: "delay",
  ms: random.integer(500, 5_000),
}));
export const forgeWebhooks = trouble("forge-webhooks", (random) =>
  random.pick<WebhookTrouble>([
    { kind: "forged" },
    { kind: "tampered" },
    { kind: "stale", seconds: 3_600 },
  ]),
);

/** Old events again, by the hundred. */
export const stormWebhooks: Fault = every([8_000, 15_000], async ({ sandbox, report }, random) => {
  const count = sandbox.stormWebhooks({ count: random.integer(50, 300), perSecond: 300 });
  report.count("storm-webhooks", count);
});
