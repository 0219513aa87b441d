/** Everything that can be made to go wrong, by the name it has on the command line. */
export const faultNames = [
  "kill-worker",
  "freeze-worker",
  "two-workers",
  "kill-web",
  "kill-at-points",
  "skew-clocks",
  "cut-connections",
  "cut-transactions",
  "stop-postgres",
  "kill-postgres",
  "idle-transaction",
  "lose-answers",
  "fail-calls",
  "no-answer",
  "slow-calls",
  "stripe-down",
  "lose-webhooks",
  "repeat-webhooks",
  "shuffle-webhooks",
  "delay-webhooks",
  "forge-webhooks",
  "storm-webhooks",
] as const;

export type FaultName = (typeof faultNames)[number];
