import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { hasBytes, id, moment, reference } from "./columns.ts";

const owner = () =>
  reference<"user">("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Keys that somebody signs in with in place of a password: we hold the public half, their device the other. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id<"passkey">(),
    userId: owner(),
    /** What its owner calls it. */
    name: text("name").notNull(),
    /** As the device named it, in base64url. */
    credentialId: text("credential_id").notNull(),
    /** In COSE, as base64url. */
    publicKey: text("public_key").notNull(),
    /** How often the device says it has signed; 0 for ever where it is kept on several. A copy would fall behind. */
    signCount: bigint("sign_count", { mode: "number" }).notNull(),
    /** How a browser reaches it: `internal`, `usb`, `hybrid`. */
    transports: text("transports").array().notNull(),
    /** Whether its device keeps copies of it elsewhere. */
    isBackedUp: boolean("is_backed_up").notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [
    unique("a_passkey_is_of_one_account").on(table.credentialId),
    check("passkey_has_a_name", hasBytes(table.name, 80)),
    index("passkeys_by_user").on(table.userId),
  ],
);

/**
 * An authenticator app that shows a code of six digits which changes every half minute (TOTP). Until a first code was
 * typed it is being set up, and asks nobody for anything. What must be read again is sealed with our secret.
 */
export const secondFactors = pgTable(
  "second_factors",
  {
    userId: owner().primaryKey(),
    sealedSecret: text("sealed_secret").notNull(),
    createdAt: moment("created_at").notNull(),
    confirmedAt: moment("confirmed_at"),
    /** The half minute whose code was taken last: no code is good twice. */
    lastStep: integer("last_step"),
    /** New recovery codes while they are shown: from when their owner says they have them, only hashes are kept. */
    sealedCodes: text("sealed_codes"),
  },
  (table) => [
    check(
      "a_code_was_taken_of_what_is_confirmed",
      sql`${table.lastStep} is null or ${table.confirmedAt} is not null`,
    ),
  ],
);

/** Good once each, in place of the app's code, for whoever has lost the app. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: owner(),
    /** Made with our secret. */
    codeHash: text("code_hash").notNull(),
    spentAt: moment("spent_at"),
  },
  (table) => [
    primaryKey({ name: "a_recovery_code_once", columns: [table.userId, table.codeHash] }),
  ],
);

/** Challenges that a passkey has answered, until they would be too old anyway: an answer is good once. */
export const spentChallenges = pgTable(
  "spent_challenges",
  {
    challengeHash: text("challenge_hash").primaryKey(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [index("spent_challenges_by_expiry").on(table.expiresAt)],
);
