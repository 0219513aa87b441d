import { answerOne } from "#app/api/v1/answer.ts";
import { notAllowed } from "#app/api/v1/problem.ts";
import { findTicketOfApi } from "#lib/integrations/api/read-tickets.ts";

export const GET = answerOne(findTicketOfApi);
export const POST = notAllowed;
export const PUT = notAllowed;
export const PATCH = notAllowed;
export const DELETE = notAllowed;
