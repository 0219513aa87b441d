import Stripe from "stripe";
import { encodeForm, type FormFields } from "./encode-form.ts";

/** One answer, as it came. */
export type Answer = { step: string; status: number; headers: Record<string, string>; body: Json };
export type Json = Record<string, unknown>;

type Request = {
  method: "GET" | "POST";
  path: string;
  fields?: FormFields;
  headers?: Record<string, string>;
};

export type Ask = (step: string, request: Request) => Promise<Json>;

/** The headers that Stripe promises, or that say how to go on. */
const COMPARED_HEADERS = [
  "content-type",
  "idempotency-key",
  "idempotent-replayed",
  "stripe-should-retry",
  "stripe-version",
];

/** Long enough for a slow day at Stripe, short enough to notice a call that never comes back. */
const PATIENCE_MS = 30_000;

export type Side = { url: string; key: string };

/** Asks one of the two sides, one call after the other, and keeps every answer. Rejects when no answer comes. */
export function recorder(side: Side): { ask: Ask; answers: Answer[] } {
  const answers: Answer[] = [];
  return {
    answers,
    async ask(step, request) {
      const answer = { step, ...(await send(side, request)) };
      const again = answers.findIndex((earlier) => earlier.step === step);
      // A step that is asked again waits for something: the last answer counts.
      if (again >= 0) answers[again] = answer;
      else answers.push(answer);
      return answer.body;
    },
  };
}

async function send(side: Side, request: Request): Promise<Omit<Answer, "step">> {
  const { method, path, fields = {}, headers = {} } = request;
  const form = encodeForm(fields);
  const query = method === "GET" && form !== "" ? `?${form}` : "";
  const response = await fetch(`${side.url}${path}${query}`, {
    method,
    headers: {
      Authorization: `Bearer ${side.key}`,
      "Stripe-Version": Stripe.API_VERSION,
      "Content-Type": "application/x-www-form-urlencoded",
      ...headers,
    },
    ...(method === "POST" ? { body: form } : {}),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const kept = COMPARED_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    status: response.status,
    headers: Object.fromEntries(kept),
    body: (await response.json()) as Json, // Stripe answers objects only
  };
}
