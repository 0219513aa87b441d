import { cutConnections, cutTransactions, killPostgres, stopPostgres } from "./database.ts";
import type { Fault } from "./fault.ts";
import type { FaultName } from "./fault-names.ts";
import { idleTransaction } from "./idle-transaction.ts";
import {
  freezeWorker,
  killAtPoints,
  killWeb,
  killWorker,
  skewedClocks,
  twoWorkers,
} from "./processes.ts";
import { failCalls, loseAnswers, noAnswer, slowCalls, stripeDown } from "./stripe-calls.ts";
import {
  delayWebhooks,
  forgeWebhooks,
  loseWebhooks,
  repeatWebhooks,
  shuffleWebhooks,
  stormWebhooks,
} from "./webhooks.ts";

export const faults: Record<FaultName, Fault> = {
  "kill-worker": killWorker,
  "freeze-worker": freezeWorker,
  "two-workers": twoWorkers,
  "kill-web": killWeb,
  "kill-at-points": killAtPoints,
  "skew-clocks": skewedClocks,
  "cut-connections": cutConnections,
  "cut-transactions": cutTransactions,
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
};
