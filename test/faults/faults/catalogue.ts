import { cutConnections, killPostgres, stopPostgres } from "./database.ts";
import type { Fault } from "./fault.ts";
import {
  freezeWorker,
  killAtPoints,
  killCrowd,
  killWorker,
  skewedClocks,
  twoWorkers,
} from "./processes.ts";
import { idleTransaction } from "./idle-transaction.ts";
import { failCalls, loseAnswers, noAnswer, slowCalls, stripeDown } from "./stripe.ts";
import {
  delayWebhooks,
  forgeWebhooks,
  loseWebhooks,
  repeatWebhooks,
  shuffleWebhooks,
  stormWebhooks,
} from "./webhooks.ts";

/** Everything that can be made to go wrong, by the name it has on the command line. */
export const faults = {
  "kill-worker": killWorker,
  "freeze-worker": freezeWorker,
  "two-workers": twoWorkers,
  "kill-web": killCrowd,
  "kill-at-points": killAtPoints,
  "skew-clocks": skewedClocks,
  "cut-connections": cutConnections,
  "stop-postgres": stopPostgres,
  "kill-postgres": killPostgres,
  "idle-transaction": idleTransaction,
  "lose-answers": loseAnswers,
  "fail-calls": failCalls,
  "no-answer": noAnswer,
  "slow-calls": slowCalls,
  "stripe-down": stripeDown,
  "lose-webhooks": loseWebhooks,
  "repeat-webhooks": repeatWebhooks,
  "shuffle-webhooks": shuffleWebhooks,
  "delay-webhooks": delayWebhooks,
  "forge-webhooks": forgeWebhooks,
  "storm-webhooks": stormWebhooks,
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as FaultName[]; // the keys are the names
