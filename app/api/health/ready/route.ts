import { answerHealth } from "#app/api/health/answer.ts";

export const dynamic = "force-dynamic";

/**
 * 200 when everything works: the database answers, is migrated, and somebody does what follows. Else 503. Late jobs,
 * emails for one, are no reason to send buyers away.
 */
export function GET(): Promise<Response> {
  return answerHealth(({ degraded }) => (degraded.every((each) => each === "jobs") ? 200 : 503));
}
