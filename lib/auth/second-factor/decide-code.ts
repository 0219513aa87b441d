import { type RefusalReason, refusalReason } from "#kernel/refusal.ts";

/** An authenticator app as it is known, under its lock. */
export type Factor = { confirmedAt: Date | null; lastStep: number | null };

/** What was typed: the code of a half minute, a recovery code that there is, or neither. */
export type Typed =
  | { kind: "app"; step: number }
  | { kind: "recovery"; spentAt: Date | null }
  | { kind: "unknown" };

/**
 * Why a code opens nothing; null when it does.
 *
 * Refuses: `second-factor-off`, `wrong-second-factor`, `second-factor-used`, `recovery-code-used`, as a value.
 */
export function decideCode(factor: Factor | null, typed: Typed): RefusalReason | null {
  if (!factor?.confirmedAt) return refusalReason("second-factor-off", {});
  switch (typed.kind) {
    case "unknown":
      return refusalReason("wrong-second-factor", {});
    case "app":
      return factor.lastStep !== null && typed.step <= factor.lastStep
        ? refusalReason("second-factor-used", {})
        : null;
    case "recovery":
      return typed.spentAt ? refusalReason("recovery-code-used", {}) : null;
  }
}
