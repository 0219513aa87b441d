import { ApiError, invalidParameter, missingParameter, resourceMissing } from "./api-error.ts";
import { type FormValue, isHash } from "./form-encoding.ts";

// The sandbox is one account without customers, connected accounts, configurations or mandates. Stripe refuses an id it does not
// know, and every such id is unknown here. An empty string unsets, and passes.

type Reader = (value: FormValue, name: string) => "";

function unknown(kind: string): Reader {
  return (value, name) => {
    if (value === "") return "";
    throw resourceMissing(kind, typeof value === "string" ? value : JSON.stringify(value), name);
  };
}

/** An application fee goes to a platform, and there is none. */
function readFee(value: FormValue, name: string): "" {
  if (value === "") return "";
  throw new ApiError(400, {
    type: "invalid_request_error",
    param: name,
    message:
      "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).",
  });
}

function readTransfer(value: FormValue, name: string): "" {
  if (value === "") return "";
  if (!isHash(value)) throw invalidParameter(null, name, "Invalid object");
  const destination = value.destination;
  if (typeof destination !== "string") throw missingParameter(`${name}[destination]`);
  throw resourceMissing("destination", destination, `${name}[destination]`);
}

export const absentReaders = {
  customer: unknown("customer"),
  customer_account: unknown("customer_account"),
  account: unknown("account"),
  configuration: unknown("payment_method_configuration"),
  mandate: unknown("mandate"),
  payout: unknown("payout"),
  fee: readFee,
  transfer: readTransfer,
} as const satisfies Record<string, Reader>;
