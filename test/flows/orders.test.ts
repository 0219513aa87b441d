import { expect, test } from "vitest";
import {
  theBuyerCancels,
  theBuyerPays,
  theCardIsDeclined,
  theCardIsStolen,
  theEventIsCalledOff,
  theMoneyIsGivenBack,
  timeRunsOut,
} from "./causes.ts";
import { given } from "./given.ts";
import { aLockedOrder, anOpenPayment, aPaidOrder } from "./situations.ts";
import { openFlows } from "./open-flows.ts";

openFlows();

/** Stripe said something, and was asked how it stands. */
const asked = "settle-stripe-event after StripeEventReceived: done";
/** Whoever follows an order that was cancelled looks whether it is theirs to do. */
const afterCancelled = [
  "release-payment after OrderCancelled: done",
  "mail-payment-failed after OrderCancelled: done",
  "mail-event-over after OrderCancelled: done",
];
const sold = ["TicketUpdated:locked", "TicketUpdated:sold", "OrderCompleted", "ChargeCompleted"];
const bothAreMailed = [
  "mail-ticket after OrderCompleted: done",
  "mail-sale after OrderCompleted: done",
];
const bothAreTold = [
  "buyer: Your ticket for “An evening”",
  "seller: Sold: your ticket for “An evening”",
];

test("time runs out: the order expires, the ticket is free, the buyer is told", async () => {
  expect(await given(aLockedOrder()).when(timeRunsOut).settles()).toEqual({
    happened: ["TicketUpdated:unlocked", "OrderExpired"],
    followed: [
      "expire-order after OrderCreated: done",
      "release-payment after OrderExpired: done",
      "mail-expired after OrderExpired: done",
    ],
    emails: ["buyer: Time ran out for “An evening”"],
    order: "cancelled (expired)",
    ticket: "free",
    charges: [],
  });
});

test("the buyer cancels: the ticket is free, and nobody needs an email", async () => {
  expect(await given(anOpenPayment()).when(theBuyerCancels).settles()).toEqual({
    happened: ["TicketUpdated:unlocked", "OrderCancelled", "ChargeFailed", "StripeEventReceived"],
    followed: [...afterCancelled, asked],
    emails: [],
    order: "cancelled (buyer)",
    ticket: "free",
    charges: ["failed"],
  });
});

test("the buyer pays: the ticket is theirs, and both are told", async () => {
  expect(await given(anOpenPayment()).when(theBuyerPays).settles()).toEqual({
    happened: ["StripeEventReceived", ...sold, "StripeEventReceived"],
    followed: [asked, ...bothAreMailed, asked],
    emails: bothAreTold,
    order: "completed",
    ticket: "sold",
    charges: ["completed"],
  });
});

test("a card is declined, another pays", async () => {
  expect(
    await given(anOpenPayment()).when(theCardIsDeclined).later(theBuyerPays).settles(),
  ).toEqual({
    happened: [
      "StripeEventReceived",
      "ChargeDeclined",
      "StripeEventReceived",
      ...sold,
      "StripeEventReceived",
    ],
    followed: [asked, asked, ...bothAreMailed, asked],
    emails: bothAreTold,
    order: "completed",
    ticket: "sold",
    charges: ["completed"],
  });
});

test("a stolen card ends the order, and the buyer is told", async () => {
  expect(await given(anOpenPayment()).when(theCardIsStolen).settles()).toEqual({
    happened: [
      "StripeEventReceived",
      "ChargeDeclined",
      "TicketUpdated:unlocked",
      "OrderCancelled",
      "ChargeFailed",
      "StripeEventReceived",
    ],
    followed: [asked, ...afterCancelled, asked],
    emails: ["buyer: Payment failed: “An evening”"],
    order: "cancelled (payment_failed)",
    ticket: "free",
    charges: ["failed"],
  });
});

test("paid once time has run out: the amount is released, and nothing is charged", async () => {
  const outcome = await given(anOpenPayment()).when(timeRunsOut, theBuyerPays).settles();
  expect(outcome).toMatchObject({
    emails: ["buyer: Time ran out for “An evening”"],
    order: "cancelled (expired)",
    ticket: "free",
    charges: ["failed"],
  });
  expect(outcome.happened).not.toContain("ChargeCompleted");
  expect(outcome.followed).toContain("release-payment after OrderExpired: done");
});

test("called off while somebody pays: the order ends, and the buyer is told", async () => {
  const outcome = await given(anOpenPayment()).when(theEventIsCalledOff, theBuyerPays).settles();
  expect(outcome).toMatchObject({
    emails: ["buyer: Called off: “An evening”"],
    order: "cancelled (event_over)",
    ticket: "free",
    charges: ["failed"],
  });
  expect(outcome.happened).not.toContain("ChargeCompleted");
});

test("the money is given back, and the ticket stays sold", async () => {
  const outcome = await given(aPaidOrder()).when(theMoneyIsGivenBack).settles();
  expect(outcome).toMatchObject({ order: "completed", ticket: "sold", charges: ["completed"] });
  expect(outcome.happened.slice(0, 2)).toEqual(["RefundRequested", "ChargeRefunded"]);
  expect(outcome.followed[0]).toBe("give-money-back after RefundRequested: done");
});
