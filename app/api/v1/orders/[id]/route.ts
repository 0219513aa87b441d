import { answerOne } from "#app/api/v1/answer.ts";
import { notAllowed } from "#app/api/v1/problem.ts";
import { findOrderOfApi } from "#lib/integrations/api/read-orders.ts";

export const GET = answerOne(findOrderOfApi);
export const POST = notAllowed;
export const PUT = notAllowed;
export const PATCH = notAllowed;
export const DELETE = notAllowed;
