import { v5 } from "uuid";

const namespace = "6b1f3c52-0d5e-4c8a-9a51-2f6f0c1d7e90";

/**
 * The id of the job that follows from a domain event for a subscriber; `cause` is the domain event's id, or that of the
 * operator's act that replays it. Relaying or replaying twice makes the job once.
 */
export function jobIdOf(cause: string, subscriber: string): string {
  return v5(`${cause}:${subscriber}`, namespace);
}
