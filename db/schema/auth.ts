import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { hasBytes, id, moment, oneOf, reference } from "./columns.ts";

export const roles = ["member", "operator"] as const;
export type Role = (typeof roles)[number];

/** By a password alone, by a password and a code, or by a passkey. */
export const waysToSignIn = ["password", "second-factor", "passkey"] as const;
export type WayToSignIn = (typeof waysToSignIn)[number];

export const users = pgTable(
  "users",
  {
    id: id<"user">(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    role: text("role").$type<Role>().notNull().default("member"),
    emailVerifiedAt: moment("email_verified_at"),
    /** From then on nobody's: its row stays for the orders that name it, without personal data. */
    closedAt: moment("closed_at"),
    /** By an operator: nobody signs in to it, and it offers and buys nothing until it is switched on again. */
    switchedOffAt: moment("switched_off_at"),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    updatedAt: moment("updated_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    unique("one_account_per_email").on(table.email),
    index("users_switched_off")
      .on(table.switchedOffAt)
      .where(sql`${table.switchedOffAt} is not null`),
    check("email_is_lower_case", sql`${table.email} = lower(${table.email})`),
    check("name_has_1_to_1280_bytes", hasBytes(table.name, 80)),
    check("role_is_known", sql`${table.role} in ('member', 'operator')`),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    id: id<"session">(),
    userId: reference<"user">("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    lastSeenAt: moment("last_seen_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    userAgent: text("user_agent"),
    /** How its owner showed who they are. */
    signedInBy: text("signed_in_by").$type<WayToSignIn>().notNull().default("password"),
    /** The password was right and a code is still to come: until then nobody is signed in by it. */
    awaitsSecondFactor: boolean("awaits_second_factor").notNull().default(false),
    /** When its owner last showed again who they are, before changing how they sign in. */
    provenAt: moment("proven_at"),
  },
  (table) => [
    check("way_to_sign_in_is_known", oneOf(table.signedInBy, waysToSignIn)),
    index("sessions_by_user").on(table.userId),
    index("sessions_by_last_use").on(table.lastSeenAt),
  ],
);

/** From where people have signed in before: browsers and addresses, as keyed hashes. */
export const signInPlaces = pgTable(
  "sign_in_places",
  {
    userId: reference<"user">("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    place: text("place").notNull(),
    usedAt: moment("used_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "a_place_once_per_user", columns: [table.userId, table.place] }),
    index("sign_in_places_by_last_use").on(table.usedAt),
  ],
);
