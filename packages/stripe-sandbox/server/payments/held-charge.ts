import { ApiError } from "../api/api-error.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge, StoredPaymentIntent } from "../state/stored-objects.ts";

/** The charge whose money a PaymentIntent in `requires_capture` holds. */
export function heldCharge(call: Call, intent: StoredPaymentIntent): StoredCharge {
  const charge = call.state.charges[intent.latest_charge ?? ""];
  if (charge) return charge;
  throw new ApiError(500, { type: "api_error", message: `${intent.id} has no charge to work on.` });
}
