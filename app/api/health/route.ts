import { answerHealth } from "./answer.ts";

export const dynamic = "force-dynamic";

/** 200 when the database answers; what does not work as it should stands in `degraded`. */
export function GET(): Promise<Response> {
  return answerHealth(() => 200);
}
