import type { ChargeStatus } from "#db/schema/payments.ts";
import type { Lifecycle } from "#lib/kernel/lifecycle.ts";

export const chargeLifecycle: Lifecycle<ChargeStatus> = {
  created: ["failed", "completed"],
  failed: [],
  completed: [],
};
