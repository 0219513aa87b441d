import { setTimeout as pause } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { charges } from "#db/schema/payments.ts";
import type { ChargeId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";

/** A settlement takes some calls to Stripe. One that takes longer, or whose process died, keeps nobody waiting. */
const turnSeconds = 15;
const patienceMs = 5_000;
const lookEveryMs = 50;

/**
 * Settles a charge while no other process and no other caller does, so that the return page, a webhook's job and a
 * second tab do not ask Stripe the same at the same moment. Does nothing when Stripe was asked, by a settlement that
 * left nothing to do, after `calledAt`: whatever the caller knows of had happened by then.
 *
 * This saves calls and guards nothing: after some seconds a caller goes on without a turn, and the row locks decide as
 * ever. `settle` learns how the charge stood when its turn began, and resolves to when Stripe was last asked, by the
 * database's clock.
 */
export async function settleInTurn(
  chargeId: ChargeId,
  calledAt: Date,
  settle: (status: ChargeStatus | null) => Promise<Date | null>,
): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const turn = await beginTurn(chargeId);
    if (turn)
      return settleAndEndTurn(chargeId, turn.until, async () =>
        turn.settledAt && turn.settledAt > calledAt ? null : settle(turn.status),
      );
    if (performance.now() > giveUpAt) return void (await settle(null));
    await pause(lookEveryMs * (0.5 + Math.random()));
    if (await isSettledSince(chargeId, calledAt)) return;
  }
}

type ChargeStatus = (typeof charges.$inferSelect)["status"];

async function settleAndEndTurn(
  chargeId: ChargeId,
  until: Date,
  settle: () => Promise<Date | null>,
): Promise<void> {
  let settledAt: Date | null = null;
  try {
    settledAt = await settle();
  } finally {
    await endTurn(chargeId, until, settledAt);
  }
}

const free = sql`${charges.settlingUntil} is null or ${charges.settlingUntil} <= clock_timestamp()`;

const updateTurn = prepared((database) =>
  database
    .update(charges)
    .set({
      settlingUntil: sql`${databaseClock} + make_interval(secs => ${sql.placeholder("turnSeconds")}::float8)`,
    })
    .where(
      eq(
        charges.id,
        sql`(select id from ${charges} where id = ${sql.placeholder("chargeId")} and (${free}) for no key update skip locked)`,
      ),
    )
    .returning({
      until: charges.settlingUntil,
      settledAt: charges.settledAt,
      status: charges.status,
    }),
);

/**
 * Until when it is this caller's turn, and how the charge stands; null while it is another's. A row that is locked just
 * now belongs to another.
 */
async function beginTurn(chargeId: ChargeId) {
  const [begun] = await updateTurn(db(), { chargeId, turnSeconds });
  return begun?.until ? { ...begun, until: begun.until } : null;
}

/** When it fails, the turn ends by itself. One that ended so, and is another's now, is left alone. */
async function endTurn(chargeId: ChargeId, until: Date, settledAt: Date | null): Promise<void> {
  const end = { chargeId, until: until.toISOString(), settledAt: settledAt?.toISOString() ?? null };
  await updateToEnded(db(), end).catch((error: unknown) =>
    report("warning", "a turn at settling was not given back", { chargeId, error }),
  );
}

const updateToEnded = prepared((database) =>
  database
    .update(charges)
    .set({
      settlingUntil: null,
      settledAt: sql`coalesce(${sql.placeholder("settledAt")}::timestamptz, ${charges.settledAt})`,
    })
    .where(
      and(
        eq(charges.id, sql.placeholder("chargeId")),
        eq(charges.settlingUntil, sql`${sql.placeholder("until")}::timestamptz`),
      ),
    ),
);

async function isSettledSince(chargeId: ChargeId, calledAt: Date): Promise<boolean> {
  const [charge] = await db()
    .select({ settledAt: charges.settledAt })
    .from(charges)
    .where(eq(charges.id, chargeId));
  return charge?.settledAt ? charge.settledAt > calledAt : false;
}
