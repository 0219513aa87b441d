import { encodeForm } from "../encode-form.ts";
import { callApi, confirmIntent, retrieveIntent } from "./api-call.ts";
import {
  type ConfirmOptions,
  confirmPayment,
  contextOf,
  followNextAction,
  makePaymentMethod,
} from "./confirm-payment.ts";
import { createElements, type Elements, type ElementsOptions } from "./elements.ts";
import { IntegrationError } from "./integration-error.ts";

type CardPayment = { payment_method?: string; return_url?: string };

type TokenWanted = { elements: Elements; params?: { return_url?: string } };

async function makeConfirmationToken(key: string, { elements, params }: TokenWanted) {
  const made = await makePaymentMethod(key, elements);
  if (made.error) return { error: made.error };
  const { object, error } = await callApi(
    "/v1/confirmation_tokens",
    encodeForm({
      ...contextOf(elements),
      key,
      payment_method: made.paymentMethod?.id,
      return_url: params?.return_url,
    }),
  );
  return error ? { error } : { confirmationToken: object };
}

/** `Stripe(publishableKey)`. */
function createStripe(key: string) {
  if (!key.startsWith("pk_test_"))
    throw new IntegrationError(
      "This is the Stripe sandbox of this project: it takes publishable keys that start with pk_test_, never live ones.",
    );
  const followed = async (secret: string) =>
    followNextAction(key, await retrieveIntent(key, secret));

  return {
    elements: (options: ElementsOptions = {}) => createElements(key, options),
    confirmPayment: (options: ConfirmOptions) => confirmPayment(key, options),
    async confirmCardPayment(
      secret: string,
      payment: CardPayment = {},
      { handleActions = true } = {},
    ) {
      const confirmed = await confirmIntent(key, secret, {
        payment_method: payment.payment_method,
        return_url: payment.return_url,
      });
      return handleActions ? followNextAction(key, confirmed) : confirmed;
    },
    handleNextAction: ({ clientSecret }: { clientSecret: string }) => followed(clientSecret),
    handleCardAction: followed,
    retrievePaymentIntent: (secret: string) => retrieveIntent(key, secret),
    createPaymentMethod: ({
      elements,
      params,
    }: {
      elements: Elements;
      params?: { billing_details?: Record<string, unknown> };
    }) => makePaymentMethod(key, elements, params?.billing_details),
    createConfirmationToken: (wanted: TokenWanted) => makeConfirmationToken(key, wanted),
    createToken: () =>
      Promise.resolve({
        error: {
          type: "invalid_request_error",
          message: "The Stripe sandbox makes no tokens: use the Payment Element.",
        },
      }),
    registerAppInfo() {},
    _registerWrapper() {},
    _apiKey: key,
  };
}

// @stripe/stripe-js compares this with the release it was written for.
Object.assign(window, { Stripe: Object.assign(createStripe, { version: "endive" }) });
