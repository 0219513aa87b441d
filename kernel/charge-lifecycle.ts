import type { Lifecycle } from "./lifecycle.ts";

export type ChargeStatus = "created" | "failed" | "completed";

export const chargeLifecycle: Lifecycle<ChargeStatus> = {
  created: ["failed", "completed"],
  failed: [],
  completed: [],
};
