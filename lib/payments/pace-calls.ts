import { setTimeout as pause } from "node:timers/promises";
import Stripe from "stripe";

/** What may come at once. Stripe takes 25 calls a second to one endpoint: a burst and the usual pace of 20 stay below. */
const burst = 5;
/** How long a call waits for its turn, or for Stripe to take calls again, before it is given up: a person may be waiting. */
const patienceMs = 10_000;
/** After "too many requests" the endpoint is left alone: for a moment at first, then twice as long each time. */
const firstRestMs = 500;

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>;
type Call = Parameters<HttpClient["makeRequest"]>;
type Answer = Awaited<ReturnType<HttpClient["makeRequest"]>>;

/**
 * An HTTP client for the SDK whose calls to one endpoint keep a pace below Stripe's limit, and wait when Stripe says "too
 * many requests" all the same, as it does when several processes or other apps share the account.
 */
export function pacedHttpClient(
  callsPerSecond: number,
  client = Stripe.createNodeHttpClient(),
): HttpClient {
  const beat = 1000 / callsPerSecond;
  const paces = new Map<string, Pace>(); // as many as there are endpoints
  const makeRequest = client.makeRequest.bind(client);
  client.makeRequest = async (...call) => {
    const [, , path, method] = call;
    const endpoint = endpointOf(method, path);
    const pace = paces.get(endpoint) ?? { beat, next: 0, closedUntil: 0 };
    paces.set(endpoint, pace);
    return callInTurn(pace, call, (each) => makeRequest(...each));
  };
  return client;
}

/**
 * In milliseconds: from one call to the next; and, as times of this process, when its next call would be on the beat, and
 * until when Stripe takes none.
 */
type Pace = { beat: number; next: number; closedUntil: number };

async function callInTurn(
  pace: Pace,
  call: Call,
  makeRequest: (call: Call) => Promise<Answer>,
): Promise<Answer> {
  const giveUpAt = performance.now() + patienceMs;
  for (let restMs = firstRestMs; ; restMs *= 2) {
    await waitForTurn(pace, giveUpAt);
    const answer = await makeRequest(call);
    const rest = Math.max(restMs, secondsAsked(answer) * 1000) * (1 + Math.random() / 4);
    if (answer.getStatusCode() !== 429 || performance.now() + rest > giveUpAt) return answer;
    await answer.toJSON().catch(() => null); // read to its end, so that the connection can be used again
    pace.closedUntil = Math.max(pace.closedUntil, performance.now() + rest);
  }
}

async function waitForTurn(pace: Pace, giveUpAt: number): Promise<void> {
  while (performance.now() < pace.closedUntil) {
    if (pace.closedUntil > giveUpAt) throw tooMany();
    await pause(pace.closedUntil - performance.now());
  }
  const now = performance.now();
  const turn = Math.max(pace.next, now - burst * pace.beat);
  if (turn > giveUpAt) throw tooMany();
  pace.next = turn + pace.beat;
  if (turn > now) await pause(turn - now);
}

function tooMany() {
  const message = "Too many calls wait for Stripe already.";
  return new Stripe.errors.StripeRateLimitError({ message, type: "rate_limit_error" });
}

/** Whatever the object's id. */
function endpointOf(method: string, path: string): string {
  const [, version, resource, , action = ""] = (path.split("?")[0] ?? "").split("/");
  return `${method} /${version}/${resource}/${action}`;
}

function secondsAsked(answer: Answer): number {
  return Number(answer.getHeaders()["retry-after"] ?? 0) || 0;
}
