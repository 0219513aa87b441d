import { check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { hasBytes, id, moment, oneOf, reference } from "./columns.ts";

/** What an operator can do that changes something. */
export const actKinds = [
  "refund",
  "redrive",
  "replay",
  "take-off-market",
  "switch-off",
  "switch-on",
] as const;
export type ActKind = (typeof actKinds)[number];

/** What operators did, to whom or what, and why: in the transaction of what it changed, or before the worker does it. */
export const operatorActs = pgTable(
  "operator_acts",
  {
    id: id<"operator-act">(),
    operatorId: reference<"user">("operator_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind").$type<ActKind>().notNull(),
    /** What it is about: an order, a ticket, a person; of all dead letters, the act itself. */
    subjectId: uuid("subject_id").notNull(),
    why: text("why").notNull(),
    /** What the worker needs to carry it out. */
    details: jsonb("details").$type<Record<string, string>>().notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    check("act_is_known", oneOf(table.kind, actKinds)),
    check("act_says_why", hasBytes(table.why, 300)),
    index("operator_acts_by_subject").on(table.subjectId),
    index("operator_acts_by_time").on(table.createdAt, table.id),
  ],
);
