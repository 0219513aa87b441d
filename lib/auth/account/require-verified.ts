import { refuse } from "#kernel/refusal.ts";

/**
 * Makes sure that somebody's email address was shown to be theirs.
 *
 * Refuses: `email-unverified`.
 */
export function requireVerified({ isVerified }: { isVerified: boolean }): void {
  if (!isVerified) refuse("email-unverified");
}
