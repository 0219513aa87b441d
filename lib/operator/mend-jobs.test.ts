import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { operatorActs } from "#db/schema/operator.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { UserId } from "#kernel/ids.ts";
import { newId } from "#kernel/ids.ts";
import { closeMailConnections } from "#lib/email/deliver.ts";
import { expireOrder } from "#lib/expiration/expire-order.ts";
import { freePort } from "#stack/free-port.ts";
import { type MailCatcher, startMailCatcher } from "#stack/mail-catcher.ts";
import { waitFor } from "#stack/wait-for.ts";
import { aUser, anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { jobQueue, useJobs } from "#test/support/use-jobs.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { relayOutbox } from "#worker/relay-outbox.ts";
import { readDomainEvent } from "#worker/jobs-for.ts";
import { carryOutAct } from "#worker/subscribers/carry-out-act.ts";
import { workQueues } from "#worker/work-queues.ts";
import { redrive, redriveAll, replay } from "./act-on-jobs.ts";
import { listDeadLetters } from "./list-dead-letters.ts";
import { readStory } from "./read-story.ts";

let operator: UserId;
let ports: [number, number];
let mail: MailCatcher | undefined;

beforeAll(async () => {
  ports = [await freePort(), await freePort()];
  process.env["SMTP_URL"] = `smtp://127.0.0.1:${ports[0]}`; // nobody listens there yet
});
useDatabase();
useJobs();

beforeAll(async () => {
  operator = await aUser({ name: "Olive" });
  for (const name of ["mail-expired", "release-payment"])
    await jobQueue().updateQueue(name, { retryLimit: 1, retryDelay: 0, retryBackoff: false });
  await workQueues(jobQueue());
  return async () => {
    closeMailConnections();
    await mail?.stop();
  };
});

async function mailServerIsBack(): Promise<MailCatcher> {
  mail ??= await startMailCatcher(ports[0], ports[1]);
  return mail;
}

/** An order whose time ran out while the mail server was down: its buyer got no email. */
async function anOrderWithoutEmail() {
  const email = `${newId()}@example.com`;
  const buyerId = await aUser({ email, emailVerifiedAt: new Date() });
  const { orderId } = await anOrder({ buyerId });
  await passTime(16 * 60);
  await expireOrder(orderId);
  await relayOutbox(jobQueue());
  await outcome(orderId, "mail-expired", "dead");
  return { orderId, email };
}

async function carryOutOnceMore(): Promise<void> {
  for (const row of await db().select().from(outbox).where(eq(outbox.type, "OperatorActed"))) {
    const event = readDomainEvent({ ...row, occurredAt: row.occurredAt.toISOString() });
    if (event.type === "OperatorActed") await carryOutAct.run(event, jobQueue());
  }
}

/** Waits until a subscriber's latest try for an order stands so. */
async function outcome(orderId: string, subscriber: string, state: string) {
  await waitFor(async () => {
    const jobs = (await readStory([orderId])).flatMap((entry) => entry.jobs);
    return jobs.some((job) => job.subscriber === subscriber && job.state === state);
  }, `${subscriber} to be ${state}`);
}

test("why a buyer got no email is in the order's story, and trying again sends it once", async () => {
  const { orderId, email } = await anOrderWithoutEmail();
  const expired = (await readStory([orderId])).find(({ type }) => type === "OrderExpired");
  const dead = expired?.jobs.find(({ state }) => state === "dead");
  expect(dead).toMatchObject({ subscriber: "mail-expired", tries: 2 });
  expect(dead?.error).toContain("ECONNREFUSED");
  const { rows, count } = await listDeadLetters();
  expect([count, rows.length]).toEqual([1, 1]);
  expect(rows[0]).toMatchObject({ event: { type: "OrderExpired", subjectId: orderId } });

  const { mails } = await mailServerIsBack();
  const asked = { jobId: rows[0]?.id as Parameters<typeof redrive>[1]["jobId"], why: "mended" };
  await Promise.all([redrive(operator, asked), redrive(operator, asked)]);
  await relayOutbox(jobQueue());
  await outcome(orderId, "mail-expired", "done");
  await waitFor(async () => (await listDeadLetters()).count === 0, "the dead letters to be gone");
  expect(mails.filter(({ to }) => to.includes(email))).toHaveLength(1);
  expect((await refusalOf(redrive(operator, asked))).code).toBe("no-such-dead-letter");
  const acts = (await readStory([orderId])).filter(({ type }) => type === "OperatorActed");
  expect(acts.map(({ act }) => act)).toEqual([
    { by: "Olive", why: "mended" },
    { by: "Olive", why: "mended" },
  ]);
});

test("a domain event is replayed to one subscriber alone, once for each act", async () => {
  await mailServerIsBack();
  const email = `${newId()}@example.com`;
  const buyerId = await aUser({ email, emailVerifiedAt: new Date() });
  const { orderId } = await anOrder({ buyerId });
  await passTime(16 * 60);
  await expireOrder(orderId);
  await relayOutbox(jobQueue());
  await outcome(orderId, "mail-expired", "done");
  const [event] = (await db().select().from(outbox).where(eq(outbox.subjectId, orderId))).filter(
    ({ type }) => type === "OrderExpired",
  );
  const asked = { domainEventId: event?.id ?? newId(), subscriber: "mail-expired", why: "asked" };
  await replay(operator, asked);
  await relayOutbox(jobQueue());
  await carryOutOnceMore(); // as after a crash
  const sent = () => mail?.mails.filter(({ to }) => to.includes(email)).length;
  await waitFor(() => Promise.resolve(sent() === 2), "the email to be sent again");
  const [entry] = (await readStory([orderId])).filter(({ type }) => type === "OrderExpired");
  expect(entry?.jobs.map(({ subscriber }) => subscriber).toSorted()).toEqual([
    "mail-expired",
    "mail-expired",
    "release-payment",
  ]);
});

test("only who follows such a domain event can be asked, and only of one that there is", async () => {
  const unknown = { domainEventId: newId<"domain-event">(), subscriber: "mail-sale", why: "x" };
  expect((await refusalOf(replay(operator, unknown))).code).toBe("no-such-domain-event");
  const [event] = await db().select().from(outbox).where(eq(outbox.type, "OrderExpired"));
  for (const subscriber of ["mail-sale", "release-payments", "__proto__", ""]) {
    const wrong = { domainEventId: event?.id ?? newId(), subscriber, why: "x" };
    expect((await refusalOf(replay(operator, wrong))).code).toBe("not-a-follower");
  }
});

test("all dead letters are tried again at once, and who did it is kept", async () => {
  await redriveAll(operator, { why: "the mail server is back" });
  const acts = await db().select().from(operatorActs).where(eq(operatorActs.kind, "redrive"));
  const all = acts.find(({ details }) => details["before"]);
  expect(all).toMatchObject({ operatorId: operator, why: "the mail server is back" });
  expect(all?.subjectId).toBe(all?.id);
});

test("a dead letter that nobody can read is listed with the others", async () => {
  await jobQueue().send("dead-letters", { id: "'; --", type: 7 });
  const { rows } = await listDeadLetters();
  expect(rows.map(({ event }) => event)).toContainEqual({ id: "'; --", type: "", subjectId: null });
});
