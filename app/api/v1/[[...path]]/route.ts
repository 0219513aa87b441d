import { notFound } from "#app/api/v1/problem.ts";

// What no route of the API's own answers.
export const GET = notFound;
export const POST = notFound;
export const PUT = notFound;
export const PATCH = notFound;
export const DELETE = notFound;
