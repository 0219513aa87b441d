import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { refundOrder } from "#lib/payments/refunds/refund-order.ts";
import { callOff } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import type { Cause } from "./given.ts";
import { pay } from "./situations.ts";

// What may happen to an order, each in a word that reads after "when".

export const timeRunsOut: Cause = () => passTime(15 * 60 + 1);
export const theBuyerCancels: Cause = ({ buyerId, orderId }) => cancelOrder(buyerId, { orderId });
export const theBuyerPays: Cause = (held) => pay(held, "pm_card_visa");
export const theCardIsDeclined: Cause = (held) => pay(held, "pm_card_visa_chargeDeclined");
export const theCardIsStolen: Cause = (held) => pay(held, "pm_card_visa_chargeDeclinedStolenCard");
export const theEventIsCalledOff: Cause = ({ eventId }) => callOff(eventId);
export const theMoneyIsGivenBack: Cause = ({ orderId }) => refundOrder(orderId);
