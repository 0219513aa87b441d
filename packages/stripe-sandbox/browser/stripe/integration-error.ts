/** A mistake in how the page uses stripe.js, which Stripe throws rather than returns. */
export class IntegrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "IntegrationError";
  }
}
