import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import type { OrderId } from "#kernel/ids.ts";

/** What an order's page says of its payment. `failureCode` is for `failureSentence` only: as it is, it would help a thief. */
export async function findCharge(orderId: OrderId) {
  const [charge] = await db()
    .select({
      status: charges.status,
      attempts: charges.attempts,
      failureCode: charges.failureCode,
      cardBrand: charges.cardBrand,
      cardLast4: charges.cardLast4,
      refund: { status: refunds.status, amount: refunds.amount },
    })
    .from(charges)
    .leftJoin(refunds, eq(refunds.chargeId, charges.id))
    .where(eq(charges.orderId, orderId))
    .orderBy(desc(charges.createdAt))
    .limit(1);
  return charge ?? null;
}

export type ChargeView = NonNullable<Awaited<ReturnType<typeof findCharge>>>;
