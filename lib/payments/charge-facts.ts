import type { ChargeId, OrderId } from "#kernel/ids.ts";
import type { Currency } from "#kernel/money.ts";

type Charge = { id: ChargeId; orderId: OrderId; amount: number; currency: Currency };

/** The facts that every domain event about a charge carries. */
export function chargeFacts({ id, orderId, amount, currency }: Charge) {
  return { chargeId: id, orderId, amount, currency };
}
