import { expireOrder } from "./subscribers/expire-order.ts";
import { giveMoneyBack } from "./subscribers/give-money-back.ts";
import { mailEventOver } from "./subscribers/mail-event-over.ts";
import { mailExpired } from "./subscribers/mail-expired.ts";
import { mailPaymentFailed } from "./subscribers/mail-payment-failed.ts";
import { mailSale } from "./subscribers/mail-sale.ts";
import { mailTicket } from "./subscribers/mail-ticket.ts";
import { releasePayment } from "./subscribers/release-payment.ts";
import { settleStripeEvent } from "./subscribers/settle-stripe-event.ts";
import { type Subscription, when } from "./subscription.ts";

/** The one list of what follows from which domain event. A new line needs one new file in `subscribers/`. */
export const subscriptions: Subscription[] = [
  when("OrderCreated", expireOrder, (order) => order.expiresAt),
  when("OrderExpired", releasePayment),
  when("OrderExpired", mailExpired),
  when("OrderCancelled", releasePayment),
  when("OrderCancelled", mailPaymentFailed),
  when("OrderCancelled", mailEventOver),
  when("OrderCompleted", mailTicket),
  when("OrderCompleted", mailSale),
  when("RefundRequested", giveMoneyBack),
  when("StripeEventReceived", settleStripeEvent),
];
