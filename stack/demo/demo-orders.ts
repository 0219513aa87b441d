import type { DemoPerson } from "./demo-data.ts";

/** Cards as Stripe names them in test mode. */
export const demoCards = {
  pays: "pm_card_visa",
  paysToo: "pm_card_mastercard",
  isStolen: "pm_card_visa_chargeDeclinedStolenCard",
} as const;

export type DemoOrder = {
  buyer: DemoPerson;
  /** Which of its tickets: the `nth` that somebody else offers, counted from 0. */
  event: string;
  nth: number;
  /** How far it gets. What is left `held` lapses by itself, as every order does. */
  goes: "held" | "expired" | "cancelled" | "called-off" | "paid" | "refunded" | "payment-failed";
};

const order = (buyer: DemoPerson, goes: DemoOrder["goes"], event: string, nth = 0): DemoOrder => ({
  buyer,
  goes,
  event,
  nth,
});

/** In the order in which they are placed. Nobody has more under way at once than the app allows. */
export const demoOrders: DemoOrder[] = [
  order("ben", "expired", "Improbable Uncles"),
  order("ben", "paid", "The Glass Orchard"),
  order("ben", "paid", "Kitsune Radio", 1),
  order("ben", "refunded", "Aunt Cordelia Explains"),
  order("ben", "payment-failed", "Open Rail Festival: Saturday"),
  order("ben", "cancelled", "Saltwater Choir"),
  order("ben", "called-off", "Salt Road Sessions"),
  order("zoe", "paid", "Harbour City v Old Mill Rovers"),
  order("zoe", "paid", "The Paper Lanterns", 2),
  order("ada", "paid", "The Paper Lanterns", 1),
  order("ada", "paid", "Nachtzug: Minimal Techno All Night"),
  order("ben", "paid", "The Paper Lanterns"),
  order("zoe", "held", "The Paper Lanterns", 1),
  order("ada", "held", "Mirela Voss: Nothing Rehearsed"),
  order("ben", "held", "A Winter's Argument", 1),
];

/** Called off once its orders are placed. */
export const calledOffEvent = "Salt Road Sessions";

/** Events of which one ticket is withdrawn by its seller: the last that is listed. */
export const withdrawnFrom = ["The Paper Lanterns", "Ola Brandt Trio", "Gece Vapuru"];
