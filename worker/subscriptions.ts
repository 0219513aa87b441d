import { carryOutAct } from "./subscribers/carry-out-act.ts";
import { expireOrder } from "./subscribers/expire-order.ts";
import { giveMoneyBack } from "./subscribers/give-money-back.ts";
import { mailAccountChanged } from "./subscribers/mail-account-changed.ts";
import { mailConfirmation } from "./subscribers/mail-confirmation.ts";
import { mailEventOver } from "./subscribers/mail-event-over.ts";
import { mailExpired } from "./subscribers/mail-expired.ts";
import { mailNewDevice } from "./subscribers/mail-new-device.ts";
import { mailPaymentFailed } from "./subscribers/mail-payment-failed.ts";
import { mailSale } from "./subscribers/mail-sale.ts";
import { mailTicket } from "./subscribers/mail-ticket.ts";
import { releasePayment } from "./subscribers/release-payment.ts";
import { settleStripeEvent } from "./subscribers/settle-stripe-event.ts";
import { type Subscription, when } from "./subscription.ts";

/** The one list of what follows from which domain event. A new line needs one new file in `subscribers/`. */
export const subscriptions: Subscription[] = [
  when("ConfirmationRequested", mailConfirmation),
  when("UserUpdated", mailAccountChanged),
  when("SignedInFromElsewhere", mailNewDevice),
  when("OrderCreated", expireOrder, (order) => order.expiresAt),
  when("OrderExpired", releasePayment),
  when("OrderExpired", mailExpired),
  when("OrderCancelled", releasePayment),
  when("OrderCancelled", mailPaymentFailed),
  when("OrderCancelled", mailEventOver),
  when("OrderCompleted", mailTicket),
  when("OrderCompleted", mailSale),
  when("RefundRequested", giveMoneyBack),
  when("OperatorActed", carryOutAct),
  when("StripeEventReceived", settleStripeEvent),
];
