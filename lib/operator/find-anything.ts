import { eq, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { orders } from "#db/schema/orders.ts";
import { charges } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { parseId } from "#kernel/ids.ts";
import { parseEmailAddress } from "#lib/auth/email-address.ts";

export type Found = { kind: "order" | "ticket" | "person"; id: string };

/**
 * What an operator means by an order's or ticket's number, a person's id or email address, or what Stripe calls a
 * payment: null when there is no such thing. Each is found by an index.
 */
export async function findAnything(typed: string): Promise<Found | null> {
  const text = typed.trim();
  const email = text.includes("@") ? parseEmailAddress(text) : null;
  if (email)
    return asFound(
      "person",
      await db().select({ id: users.id }).from(users).where(eq(users.email, email)),
    );
  if (/^(pi|re)_\w{1,100}$/.test(text)) {
    const ofStripe = or(eq(charges.stripeId, text), eq(charges.stripeRefundId, text));
    return asFound(
      "order",
      await db().select({ id: charges.orderId }).from(charges).where(ofStripe),
    );
  }
  const id = parseId<"anything">(text);
  if (!id) return null;
  return (await findOrder(id)) ?? (await findOther(id));
}

async function findOrder(id: string): Promise<Found | null> {
  const [order, charge] = await Promise.all([
    db()
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.id, id as typeof orders.$inferSelect.id)), // looked for among orders
    db()
      .select({ id: charges.orderId })
      .from(charges)
      .where(eq(charges.id, id as typeof charges.$inferSelect.id)), // and among charges
  ]);
  return asFound("order", [...order, ...charge]);
}

async function findOther(id: string): Promise<Found | null> {
  const [ticket, person] = await Promise.all([
    db()
      .select({ id: tickets.id })
      .from(tickets)
      .where(eq(tickets.id, id as typeof tickets.$inferSelect.id)), // among tickets
    db()
      .select({ id: users.id })
      .from(users)
      .where(eq(users.id, id as typeof users.$inferSelect.id)), // among people
  ]);
  return asFound("ticket", ticket) ?? asFound("person", person);
}

function asFound(kind: Found["kind"], rows: { id: string }[]): Found | null {
  const [row] = rows;
  return row ? { kind, id: row.id } : null;
}
