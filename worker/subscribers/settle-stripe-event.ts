import * as payments from "#lib/payments/stripe-events/settle-stripe-event.ts";
import type { Subscriber } from "../subscription.ts";

export const settleStripeEvent: Subscriber<"StripeEventReceived"> = {
  name: "settle-stripe-event",
  does: "Asks Stripe how the payment stands that it told of, and settles the order.",
  run: ({ data }) => payments.settleStripeEvent(data),
};
