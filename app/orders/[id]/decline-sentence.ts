/** The part of Stripe's error that says why. Its `message` is for us, except about what was typed. */
type PaymentError = { type: string; code?: string; decline_code?: string; message?: string };

/** By Stripe's codes: https://docs.stripe.com/declines/codes. Only what helps an honest buyer is in here. */
const sentences: Record<string, string> = {
  insufficient_funds: "There is not enough money on this card.",
  withdrawal_count_limit_exceeded: "This card has reached its limit.",
  card_velocity_exceeded: "This card has reached its limit.",
  expired_card: "This card has expired.",
  incorrect_number: "The card number is not right.",
  invalid_number: "The card number is not right.",
  incorrect_cvc: "The security code is not right.",
  invalid_cvc: "The security code is not right.",
  incorrect_zip: "The postcode is not the card's.",
  invalid_expiry_month: "The expiry date is not right.",
  invalid_expiry_year: "The expiry date is not right.",
  currency_not_supported: "This card cannot pay in this currency.",
  card_not_supported: "This card cannot be used for this.",
  processing_error: "Your bank could not be reached.",
  issuer_not_available: "Your bank could not be reached.",
  try_again_later: "Your bank could not be reached.",
  reenter_transaction: "Your bank could not be reached.",
  authentication_required: "Your bank wants to be sure that it is you.",
  payment_intent_authentication_failure: "Your bank could not make sure that it is you.",
};

/** Also for lost and stolen cards: a thief who tries cards learns only that it was declined. */
const declined = "Your card was declined. Your bank can tell you why.";

/**
 * Why a card was not taken, in a plain sentence; null when an error leaves open whether the payment was made, as when
 * the connection broke.
 */
export function declineSentence(error: PaymentError & { type: "card_error" }): string;
export function declineSentence(error: PaymentError): string | null;
export function declineSentence({ type, code, decline_code, message }: PaymentError) {
  if (type === "validation_error") return message ?? "Check what you typed, then try again.";
  const known = sentences[decline_code ?? ""] ?? sentences[code ?? ""];
  if (known) return known;
  return type === "card_error" ? declined : null;
}
