import { report } from "#kernel/report.ts";
import {
  type Receipt,
  receiveStripeEvent,
} from "#lib/payments/stripe-events/receive-stripe-event.ts";
import { readLimited } from "#lib/web/read-limited.ts";

const statuses: Record<Receipt, number> = {
  stored: 200,
  "not-ours": 200,
  forged: 400,
  malformed: 400,
  "wrong-mode": 400,
  // Stripe delivers again after any answer but 2xx.
  "too-early": 409,
};

/** Verify, store, answer; nothing else. */
export async function POST(request: Request): Promise<Response> {
  const body = await readLimited(request);
  if (body === null) return Response.json({ error: "too large" }, { status: 413 });
  try {
    const receipt = await receiveStripeEvent(body, request.headers.get("stripe-signature"));
    return Response.json({ receipt }, { status: statuses[receipt] });
  } catch (error) {
    report("error", "a Stripe event could not be stored", { error });
    return Response.json({ error: "try again" }, { status: 503 });
  }
}
