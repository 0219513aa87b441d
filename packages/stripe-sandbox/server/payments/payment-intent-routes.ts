import { listRoute } from "../api/list-route.ts";
import { type Route, route } from "../api/route.ts";
import type { Call } from "../state/call.ts";
import { cancelPaymentIntent } from "./cancel-payment-intent.ts";
import { capturePaymentIntent } from "./capture-payment-intent.ts";
import { confirmPaymentIntent } from "./confirm-payment-intent.ts";
import { createPaymentIntent } from "./create-payment-intent.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import * as shapes from "./payment-intent-params.ts";
import { showPaymentIntent } from "./show-payment-intent.ts";
import { updatePaymentIntent } from "./update-payment-intent.ts";

const path = "/v1/payment_intents";

export const paymentIntentRoutes: Route[] = [
  route("POST", path, { params: shapes.createParams, run: createPaymentIntent }),
  listRoute(path, {
    params: shapes.listParams,
    objects: ({ state }: Call) => Object.values(state.payment_intents),
    equal: [],
  }),
  route("GET", `${path}/:id`, {
    params: shapes.retrieveParams,
    browser: true,
    run: (call, wanted, id) =>
      showPaymentIntent(call, findPaymentIntent(call, id, wanted.client_secret)),
  }),
  route("POST", `${path}/:id`, {
    params: shapes.updateParams,
    run: (call, wanted, id) => updatePaymentIntent(call, id, wanted),
  }),
  route("POST", `${path}/:id/confirm`, {
    params: shapes.confirmParams,
    browser: true,
    run: (call, wanted, id) => showPaymentIntent(call, confirmPaymentIntent(call, id, wanted)),
  }),
  route("POST", `${path}/:id/capture`, {
    params: shapes.captureParams,
    run: (call, wanted, id) => capturePaymentIntent(call, id, wanted),
  }),
  route("POST", `${path}/:id/cancel`, {
    params: shapes.cancelParams,
    run: (call, wanted, id) => cancelPaymentIntent(call, id, wanted),
  }),
];
