import { answerList } from "#app/api/v1/answer.ts";
import { notAllowed } from "#app/api/v1/problem.ts";
import { listEventsOfApi } from "#lib/integrations/api/read-events.ts";

export const GET = answerList(listEventsOfApi);
export const POST = notAllowed;
export const PUT = notAllowed;
export const PATCH = notAllowed;
export const DELETE = notAllowed;
