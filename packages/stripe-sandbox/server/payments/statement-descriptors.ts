import { ApiError, invalidParameter } from "../api/api-error.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";

/** docs.stripe.com/get-started/account/statement-descriptors: 22 characters in all, and a prefix of at most 10. */
const LONGEST = 22;
const ACCOUNT = "STRIPE SANDBOX";
const PREFIX = "SANDBOX";

type Descriptors = Pick<
  StoredPaymentIntent,
  "payment_method_types" | "statement_descriptor" | "statement_descriptor_suffix"
>;

/** What the buyer reads on the statement of a card. */
export function calculatedDescriptor({ statement_descriptor_suffix: suffix }: Descriptors): string {
  return suffix === null ? ACCOUNT : `${PREFIX}* ${suffix}`.slice(0, LONGEST);
}

export function requireDescriptors(intent: Descriptors): void {
  requireText("statement_descriptor_suffix", intent.statement_descriptor_suffix);
  requireText("statement_descriptor", intent.statement_descriptor);
  if (intent.payment_method_types.every((type) => type === "card")) requireNoneForCard(intent);
}

/** A card's statement begins with the account's own name; only the suffix is free. */
export function requireNoneForCard(intent: { statement_descriptor: string | null }): void {
  if (intent.statement_descriptor === null) return;
  throw new ApiError(
    400,
    {
      type: "invalid_request_error",
      code: "payment_intent_invalid_parameter",
      param: "statement_descriptor",
      message:
        "The `statement_descriptor` parameter is not supported for the card payment method type. Please use `statement_descriptor_suffix` instead.",
    },
    false,
  );
}

function requireText(param: string, text: string | null): void {
  if (text === null) return;
  if (text.length > LONGEST)
    throw invalidParameter(
      null,
      param,
      `The statement descriptor must be at most ${LONGEST} characters.`,
    );
  if (/[<>\\'"*]/.test(text))
    throw invalidParameter(
      null,
      param,
      "The statement descriptor may not include the characters <, >, \\, ', \", *.",
    );
  if (!/\p{L}/u.test(text))
    throw invalidParameter(
      null,
      param,
      "The statement descriptor must contain at least one letter.",
    );
}
