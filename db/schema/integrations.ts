import { check, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { hasBytes, id, moment, reference } from "./columns.ts";

/** What a program of somebody's shows to read as they may: random, of which a hash is kept. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    id: id<"access-token">(),
    userId: reference<"user">("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What its owner calls it. */
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdAt: moment("created_at").notNull(),
    /** To the minute: it is written at most once in one. */
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [
    unique("an_access_token_is_of_one_account").on(table.tokenHash),
    check("access_token_has_a_name", hasBytes(table.name, 80)),
    index("access_tokens_by_user").on(table.userId),
  ],
);
