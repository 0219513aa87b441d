import type { FrameAnswer } from "../frame-messages.ts";
import { retrieveIntent } from "./api-call.ts";
import { IntegrationError } from "./integration-error.ts";
import { requireFonts } from "./require-fonts.ts";
import {
  type Appearance,
  createPaymentElement,
  type PaymentElement,
  type PaymentElementOptions,
} from "./payment-element.ts";

export type ElementsOptions = {
  clientSecret?: string;
  mode?: string;
  amount?: number;
  currency?: string;
  captureMethod?: string;
  allowedPaymentMethodTypes?: string[];
  excludedPaymentMethodTypes?: string[];
  appearance?: Appearance;
  fonts?: unknown;
  [option: string]: unknown;
};

/** `stripe.elements(…)`, made with a client secret, or "deferred": with an amount, before there is a PaymentIntent. */
export function createElements(key: string, firstOptions: ElementsOptions) {
  requireKnownOptions(firstOptions);
  requireUsable(firstOptions);
  const fonts = requireFonts(firstOptions.fonts ?? []);
  let options = firstOptions;
  let payment: PaymentElement | null = null;
  let submitted = false;

  return {
    create(type: string, elementOptions: PaymentElementOptions = {}): PaymentElement {
      if (type !== "payment")
        throw new IntegrationError(`The Stripe sandbox has the Payment Element, not '${type}'.`);
      if (payment)
        throw new IntegrationError(
          "Can only create one Element of type payment. Call .destroy() on the first one.",
        );
      payment = createPaymentElement(
        elementOptions,
        () => ({ appearance: options.appearance ?? {}, fonts }),
        () => {
          payment = null;
        },
      );
      return payment;
    },
    getElement: (type: unknown): PaymentElement | null =>
      type === "payment" || typeof type === "function" ? payment : null,
    update(changes: ElementsOptions): void {
      requireUpdatable(changes);
      requireKnownOptions(changes);
      options = { ...options, ...changes };
      // A changed amount must be submitted again.
      if ("amount" in changes || "currency" in changes) submitted = false;
      payment?.configure();
    },
    async submit(): Promise<FrameAnswer> {
      const answer = await requireMounted(payment).ask({ ask: "submit" });
      submitted = !answer.error;
      return answer;
    },
    async fetchUpdates(): Promise<{ error?: { message: string } }> {
      if (!options.clientSecret) return {};
      const { error } = await retrieveIntent(key, options.clientSecret);
      return error ? { error } : {};
    },
    /** For the rest of this script. */
    _inside: {
      options: () => options,
      submitted: () => submitted,
      payment: () => requireMounted(payment),
    },
  };
}

export type Elements = ReturnType<typeof createElements>;

function requireMounted(payment: PaymentElement | null): PaymentElement {
  if (payment) return payment;
  throw new IntegrationError(
    "Invalid value for elements: it should have a mounted Payment Element.",
  );
}

/** What Elements were opened with for good. */
function requireUpdatable(changes: ElementsOptions): void {
  const fixed = ["clientSecret", "fonts"].find((name) => name in changes);
  if (fixed)
    throw new IntegrationError(
      `Invalid value for elements.update(): ${fixed} cannot be changed. Create Elements anew.`,
    );
}

/** Gone since endive, in favour of `allowedPaymentMethodTypes`. */
function requireKnownOptions(options: ElementsOptions): void {
  const gone = ["paymentMethodTypes", "payment_method_types"].find((name) => name in options);
  if (gone)
    throw new IntegrationError(
      `Invalid value for elements(): ${gone} is no longer supported. Use allowedPaymentMethodTypes instead.`,
    );
  if (options.allowedPaymentMethodTypes && options.excludedPaymentMethodTypes)
    throw new IntegrationError(
      "Invalid value for elements(): give allowedPaymentMethodTypes or excludedPaymentMethodTypes, not both.",
    );
}

function requireUsable(options: ElementsOptions): void {
  if (options.clientSecret !== undefined) {
    if (options.clientSecret.includes("_secret_")) return;
    throw new IntegrationError(
      `Invalid value for elements(): clientSecret should be a client secret of the form \${id}_secret_\${secret}. You specified: ${options.clientSecret}.`,
    );
  }
  if (options.mode !== "payment")
    throw new IntegrationError(
      "Invalid value for elements(): give a clientSecret, or mode 'payment' with an amount and a currency.",
    );
  if (!Number.isInteger(options.amount) || Number(options.amount) < 1)
    throw new IntegrationError("Invalid value for elements(): amount must be a positive integer.");
  if (!options.currency || options.currency !== options.currency.toLowerCase())
    throw new IntegrationError(
      "Invalid value for elements(): currency should be a lower-case three-letter code.",
    );
}
