import { answerList } from "#app/api/v1/answer.ts";
import { notAllowed } from "#app/api/v1/problem.ts";
import { listTicketsOfApi } from "#lib/integrations/api/read-tickets.ts";

export const GET = answerList(listTicketsOfApi);
export const POST = notAllowed;
export const PUT = notAllowed;
export const PATCH = notAllowed;
export const DELETE = notAllowed;
