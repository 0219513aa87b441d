import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { hasBytes, id, moment, oneOf, reference } from "./columns.ts";

/** What somebody wants who has yet to show that an email address is theirs. */
export const purposes = [
  "open-account",
  "verify-email",
  "reset-password",
  "change-email",
  "undo-email",
] as const;
export type Purpose = (typeof purposes)[number];

/**
 * Questions to the owner of an email address: answered once, by the link in the email or the code in it, until it
 * expires. A row is the same whether or not the address has an account: only the email says. What the email holds is kept
 * as hashes.
 */
export const confirmations = pgTable(
  "confirmations",
  {
    id: id<"confirmation">(),
    purpose: text("purpose").$type<Purpose>().notNull(),
    /** Where the question goes, in the form that users.email has. */
    email: text("email").notNull(),
    /** Who asked, where that is known: of those who are signed in. */
    userId: reference<"user">("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** Of an account to be opened. */
    name: text("name"),
    passwordHash: text("password_hash"),
    /** The browser that asked, as a keyed hash: the code is good there and nowhere else. */
    device: text("device"),
    /** One for each time the email was sent: after a crash it is sent again. */
    tokenHashes: text("token_hashes")
      .array()
      .notNull()
      .default(sql`'{}'`),
    codeHash: text("code_hash"),
    codeTries: integer("code_tries").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    check("purpose_is_known", oneOf(table.purpose, purposes)),
    check("confirmed_email_is_lower_case", sql`${table.email} = lower(${table.email})`),
    check("account_to_be_opened_has_a_name", hasBytes(table.name, 80)),
    check(
      "only_an_account_to_be_opened_has_a_password",
      sql`(${table.purpose} = 'open-account') = (${table.passwordHash} is not null)`,
    ),
    index("confirmations_by_expiry").on(table.expiresAt),
    index("confirmations_by_email").on(table.email, table.purpose),
    index("confirmations_by_user").on(table.userId),
  ],
);
