import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { aUser } from "#test/support/factories.ts";
import { domainEventsOf, only } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { violationOf } from "#test/support/violations.ts";
import { db } from "./client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { inTransaction } from "./transaction.ts";

useDatabase();

let happened: typeof outbox.$inferSelect;
beforeEach(async () => {
  const userId = await aUser();
  await inTransaction((tx) => recordDomainEvent(tx, "UserCreated", new Date(), { userId }));
  happened = only(await domainEventsOf(userId));
});

const change = (columns: Partial<typeof outbox.$inferInsert>) =>
  db().update(outbox).set(columns).where(eq(outbox.id, happened.id));

test.each([
  { type: "UserUpdated" },
  { version: 2 },
  { data: {} },
  { occurredAt: new Date(0) },
  { xid: "1" },
])("what happened cannot be rewritten: %o", async (columns) => {
  expect(await violationOf(change(columns))).toBe("outbox_is_append_only");
});

test("the relay mark is set once", async () => {
  await change({ relayedAt: new Date() });
  expect(await violationOf(change({ relayedAt: null }))).toBe("outbox_is_append_only");
  expect(await violationOf(change({ relayedAt: new Date() }))).toBe("outbox_is_append_only");
});

test("what happened cannot be deleted", async () => {
  const deletion = db().delete(outbox).where(eq(outbox.id, happened.id));
  expect(await violationOf(deletion)).toBe("outbox_is_never_deleted");
});

test("nor all of it at once", async () => {
  const truncation = db().execute(sql`truncate outbox`);
  expect(await violationOf(truncation)).toBe("outbox_is_never_truncated");
});
