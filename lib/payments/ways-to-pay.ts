/**
 * The ways to pay, in Stripe's words; wallets ride on `card`. The PaymentIntent and the card form are both opened with
 * them: where the two differ, Stripe refuses every confirmation. Only what can be authorised first and captured later
 * may stand here.
 */
export const waysToPay = ["card"] as const;
