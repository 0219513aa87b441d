import { answerList } from "#app/api/v1/answer.ts";
import { notAllowed } from "#app/api/v1/problem.ts";
import { listOrdersOfApi } from "#lib/integrations/api/read-orders.ts";

export const GET = answerList(listOrdersOfApi);
export const POST = notAllowed;
export const PUT = notAllowed;
export const PATCH = notAllowed;
export const DELETE = notAllowed;
