import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { inTransaction } from "#db/transaction.ts";
import { idSchema, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { readFlow } from "#lib/domain-events/flow.ts";
import { recordAct, whyField } from "./record-act.ts";

export const redriveInput = z.object({ jobId: idSchema<"job">(), why: whyField });
export const redriveAllInput = z.object({ why: whyField });
export const replayInput = z.object({
  domainEventId: idSchema<"domain-event">(),
  subscriber: z.string().max(100),
  why: whyField,
});

/**
 * Has the worker try a dead letter again, with all of its tries. Asked twice it is tried once: it is a dead letter no
 * more. What it is about is the order, ticket or account of its domain event.
 *
 * Refuses: `no-such-dead-letter`; `busy` when the database keeps it waiting.
 */
export async function redrive(
  operatorId: UserId,
  { jobId, why }: z.output<typeof redriveInput>,
): Promise<void> {
  const [dead] = await db().execute<{ event: string | null }>(sql`
    select data ->> 'id' as event from pgboss.job
    where name = 'dead-letters' and id = ${jobId} and state = 'created'`);
  if (!dead) return refuse("no-such-dead-letter");
  const subjectId = dead.event ? await findSubject(dead.event) : null;
  await inTransaction(async (tx) => {
    await recordAct(tx, await readClock(tx), {
      operatorId,
      kind: "redrive",
      subjectId: subjectId ?? jobId,
      why,
      details: { jobId },
    });
  });
}

/**
 * The same with every dead letter there is by now.
 *
 * Refuses: `busy` when the database keeps it waiting.
 */
export async function redriveAll(
  operatorId: UserId,
  { why }: z.output<typeof redriveAllInput>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const at = await readClock(tx);
    const details = { before: at.toISOString() };
    await recordAct(tx, at, { operatorId, kind: "redrive", why, details });
  });
}

/**
 * Has one subscriber follow a domain event once more, whatever came of it before: subscribers may run twice.
 *
 * Refuses: `no-such-domain-event`; `not-a-follower` for a subscriber that does not follow such domain events; `busy`
 * when the database keeps it waiting.
 */
export async function replay(
  operatorId: UserId,
  { domainEventId, subscriber, why }: z.output<typeof replayInput>,
): Promise<void> {
  const [found] = await db()
    .select({ type: outbox.type, subjectId: outbox.subjectId })
    .from(outbox)
    .where(eq(outbox.id, domainEventId));
  if (!found) return refuse("no-such-domain-event");
  const follows = readFlow().followers.some(
    (follower) => follower.event === found.type && follower.subscriber === subscriber,
  );
  if (!follows) refuse("not-a-follower");
  await inTransaction(async (tx) => {
    await recordAct(tx, await readClock(tx), {
      operatorId,
      kind: "replay",
      subjectId: found.subjectId,
      why,
      details: { domainEventId, subscriber },
    });
  });
}

async function findSubject(domainEventId: string): Promise<string | null> {
  const id = idSchema<"domain-event">().safeParse(domainEventId).data;
  if (!id) return null;
  const [found] = await db()
    .select({ subjectId: outbox.subjectId })
    .from(outbox)
    .where(eq(outbox.id, id));
  return found?.subjectId ?? null;
}
