import { answerHealth } from "#app/api/health/answer.ts";

export const dynamic = "force-dynamic";

/** 200 when everything works: the database answers, is migrated, and somebody does what follows. Else 503. */
export function GET(): Promise<Response> {
  return answerHealth(({ ok }) => (ok ? 200 : 503));
}
