import { environment } from "#kernel/environment.ts";

/** "15 minutes": how long a ticket is held for whoever pays for it. */
export function lockInWords(): string {
  const minutes = Math.max(1, Math.round(environment().LOCK_SECONDS / 60));
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
