import { encodeForm } from "../encode-form.ts";
import type { FrameAnswer } from "../frame-messages.ts";
import type { CardFields } from "./check-card.ts";
import { digitsIn } from "./format-card.ts";

/** The only place card details go: from this frame to the sandbox it came from. */
export async function createCardPaymentMethod(
  key: string,
  fields: CardFields,
  billing: Record<string, unknown>,
): Promise<FrameAnswer> {
  const expiry = digitsIn(fields.expiry);
  const card = {
    number: digitsIn(fields.number),
    exp_month: expiry.slice(0, 2),
    exp_year: expiry.slice(2),
    cvc: fields.cvc,
  };
  try {
    const response = await fetch("/v1/payment_methods", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: encodeForm({ key, type: "card", card, billing_details: billing }),
    });
    const answer = await response.json();
    return response.ok ? { paymentMethod: answer } : { error: answer.error };
  } catch {
    return {
      error: {
        type: "api_connection_error",
        message: "The payment could not be sent. Check your connection and try again.",
      },
    };
  }
}
