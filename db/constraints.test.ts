import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aTicket, aUser } from "#test/support/factories.ts";
import { plantOrder } from "#test/support/planted-orders.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { violationOf } from "#test/support/violations.ts";
import { db } from "./client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { charges } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";

useDatabase();

describe("users", () => {
  test("one account per email", async () => {
    await aUser({ email: "ada@example.com" });
    expect(await violationOf(aUser({ email: "ada@example.com" }))).toBe("one_account_per_email");
  });

  test("an email is in lower case", async () => {
    expect(await violationOf(aUser({ email: "Ada@example.com" }))).toBe("email_is_lower_case");
  });

  test.each(["", "x".repeat(1281)])("a name has 1 to 1280 bytes", async (name) => {
    expect(await violationOf(aUser({ name }))).toBe("name_has_1_to_1280_bytes");
  });

  test("nobody has a role that does not exist", async () => {
    const promoted = db()
      .update(users)
      .set({ role: sql`'owner'` });
    await aUser();
    expect(await violationOf(promoted)).toBe("role_is_known");
  });
});

describe("tickets", () => {
  const change = async (columns: Partial<typeof tickets.$inferInsert>) => {
    const { id } = await aTicket();
    return violationOf(db().update(tickets).set(columns).where(eq(tickets.id, id)));
  };

  test.each([0, -4500])("nothing costs %i", async (price) => {
    expect(await change({ price })).toBe("price_is_positive");
  });
  test.each([0, 21, -1])("no ticket admits %i", async (admits) => {
    expect(await change({ admits })).toBe("admits_somebody");
  });
  test.each(["", "x".repeat(1921)])("a title has 1 to 1920 bytes", async (title) => {
    expect(await change({ title })).toBe("title_has_1_to_1920_bytes");
  });
  test("held means held until a time", async () => {
    expect(await change({ lockedUntil: new Date() })).toBe("held_until_a_time");
    const order = await plantOrder();
    expect(await change({ orderId: order.id })).toBe("held_until_a_time");
  });
  test("sold means sold to an order", async () => {
    expect(await change({ soldAt: new Date() })).toBe("sold_to_an_order");
  });
  test("what is held cannot be withdrawn", async () => {
    const hold = { orderId: (await plantOrder()).id, lockedUntil: new Date() };
    expect(await change({ ...hold, withdrawnAt: new Date() })).toBe("withdrawn_is_free");
  });
  test("the order that holds it exists", async () => {
    const hold = { orderId: newId<"order">(), lockedUntil: new Date() };
    expect(await change(hold)).toBe("holding_order_exists");
  });
  test("a ticket keeps its seller", async () => {
    expect(await change({ userId: await aUser() })).toBe("ticket_seller_is_immutable");
  });
});

describe("orders", () => {
  test.each(["created", "awaiting_payment", "completed"] as const)(
    "one live order per ticket, whether %s or not",
    async (status) => {
      const { ticketId } = await plantOrder({ status });
      expect(await violationOf(plantOrder({ ticketId }))).toBe("one_live_order_per_ticket");
    },
  );

  test("any number of cancelled ones", async () => {
    const { ticketId } = await plantOrder({ status: "cancelled" });
    await plantOrder({ ticketId, status: "cancelled" });
    await plantOrder({ ticketId });
  });

  test("a seller does not buy their own", async () => {
    const { id, sellerId } = await aTicket();
    const own = plantOrder({ ticketId: id, userId: sellerId });
    expect(await violationOf(own)).toBe("buyer_is_not_seller");
  });

  test("one order per request", async () => {
    const { userId, requestKey } = await plantOrder();
    expect(await violationOf(plantOrder({ userId, requestKey }))).toBe("one_order_per_request");
  });

  test("a price is positive", async () => {
    expect(await violationOf(plantOrder({ price: 0 }))).toBe("order_price_is_positive");
  });

  test("cancelled means for a reason, completed means at a time, after an authorisation", async () => {
    const cancelled = plantOrder({ status: "cancelled", cancelReason: null });
    expect(await violationOf(cancelled)).toBe("cancelled_for_a_reason");
    const untimed = plantOrder({ status: "completed", completedAt: null });
    expect(await violationOf(untimed)).toBe("completed_at_a_time");
    const unpaid = plantOrder({ status: "completed", paymentAuthorizedAt: null });
    expect(await violationOf(unpaid)).toBe("completed_after_authorization");
  });

  const later = new Date(Date.now() + 3_600_000);
  test.each([
    ["price", { price: 1 }],
    ["currency", { currency: "usd" }],
    ["deadline", { expiresAt: later }],
    ["moment of making", { createdAt: later }],
    ["request", { requestKey: crypto.randomUUID() }],
    ["id", { id: newId<"order">() }],
  ] as const)("an order's %s never changes", async (_, changed) => {
    const { id } = await plantOrder();
    const change = db().update(orders).set(changed).where(eq(orders.id, id));
    expect(await violationOf(change)).toBe("order_terms_are_immutable");
  });

  test("an order's buyer and ticket never change", async () => {
    const { id } = await plantOrder();
    for (const changed of [{ userId: await aUser() }, { ticketId: (await aTicket()).id }]) {
      const change = db().update(orders).set(changed).where(eq(orders.id, id));
      expect(await violationOf(change)).toBe("order_terms_are_immutable");
    }
  });
});

describe("charges", () => {
  const plantCharge = async (given: Partial<typeof charges.$inferInsert> = {}) => {
    const orderId = given.orderId ?? (await plantOrder()).id;
    const charge = {
      id: newId<"charge">(),
      amount: 4500,
      currency: "eur" as const,
      ...given,
      orderId,
    };
    await db().insert(charges).values(charge);
    return charge;
  };

  test("one charge per PaymentIntent", async () => {
    await plantCharge({ stripeId: "pi_1" });
    expect(await violationOf(plantCharge({ stripeId: "pi_1" }))).toBe(
      "one_charge_per_payment_intent",
    );
  });

  test("one completed charge per order", async () => {
    const { orderId } = await plantCharge({ status: "completed" });
    await plantCharge({ orderId, status: "failed" });
    const second = plantCharge({ orderId, status: "completed" });
    expect(await violationOf(second)).toBe("one_completed_charge_per_order");
  });

  test("an amount is positive", async () => {
    expect(await violationOf(plantCharge({ amount: 0 }))).toBe("charge_amount_is_positive");
  });

  test("what is charged never changes, and by which PaymentIntent neither", async () => {
    const { id } = await plantCharge({ stripeId: "pi_2" });
    const set = (columns: Partial<typeof charges.$inferInsert>) =>
      violationOf(db().update(charges).set(columns).where(eq(charges.id, id)));
    expect(await set({ amount: 1 })).toBe("charge_terms_are_immutable");
    expect(await set({ stripeId: "pi_3" })).toBe("charge_keeps_its_payment_intent");
    expect(await set({ stripeId: null })).toBe("charge_keeps_its_payment_intent");
  });
});

test("one event per title, venue and start", async () => {
  const event = {
    title: "The Long Now",
    category: "concert" as const,
    venue: "Paradiso",
    city: "Amsterdam",
    country: "NL",
    timeZone: "Europe/Amsterdam",
    startsAt: new Date(),
  };
  const plant = (slug: string) =>
    db()
      .insert(events)
      .values({ ...event, id: newId<"event">(), slug });
  await plant("once");
  expect(await violationOf(plant("twice"))).toBe("one_event_per_title_place_and_start");
});
