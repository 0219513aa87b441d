import { sql } from "drizzle-orm";
import { customType, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

export const outbox = pgTable(
  "outbox",
  {
    id: id<"domain-event">(),
    type: text("type").notNull(),
    version: integer("version").notNull(),
    /** What it is about: the order of OrderCreated, the ticket of TicketUpdated. */
    subjectId: uuid("subject_id").notNull(),
    data: jsonb("data").notNull(),
    /** The transaction that wrote it: shows that a change and its domain event were one. */
    xid: xid8("xid")
      .notNull()
      .default(sql`pg_current_xact_id()`),
    occurredAt: moment("occurred_at").notNull(),
    relayedAt: moment("relayed_at"),
  },
  (table) => [
    index("outbox_unrelayed")
      .on(table.id)
      .where(sql`${table.relayedAt} is null`),
    index("outbox_by_subject").on(table.subjectId),
  ],
);
