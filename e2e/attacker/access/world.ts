import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { newId } from "#kernel/ids.ts";
import { aListing, anAccount } from "../mallory.ts";
import { send } from "../plain-form.ts";
import { changesBetween, readOwnedRows } from "./owned-rows.ts";

/** Nobody has a cookie; a weak operator signed in with a password alone. The last to ask is who may: what they are granted changes what the others asked for. */
export const callers = ["nobody", "another", "weakOperator", "operator", "owner"] as const;
export type Caller = (typeof callers)[number];

/** `right` is the owner's, `foreign` a fourth person's; `missing` is well-formed and nothing has it. */
export const ids = ["malformed", "missing", "foreign", "right"] as const;
export type Id = (typeof ids)[number];

const kinds = [
  "ticket",
  "order",
  "event",
  "email",
  "session",
  "confirmation",
  "passkey",
  "person",
  "accessToken",
] as const;
export type Kind = (typeof kinds)[number];

const malformed = "1'--";

/** The people whose doors are tried, what they have, and the rows of all of them. */
export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld() {
  const sql = postgres(process.env["E2E_DATABASE_URL"] ?? "", { max: 1 });
  const [owner, another, weakOperator, operator, stranger, seller] = await Promise.all([
    anAccount(),
    anAccount(),
    anAccount(),
    anAccount(),
    anAccount(),
    anAccount(),
  ]);
  await sql`update users set role = 'operator'
    where email in (${weakOperator.email}, ${operator.email})`;
  await sql`update sessions set signed_in_by = 'second-factor'
    from users where users.id = user_id and email = ${operator.email}`;
  const newcomer = { cookie: "", email: `${randomUUID()}@example.com` };
  const people = { owner, another, weakOperator, operator, stranger, seller, newcomer };
  const emails = Object.fromEntries(Object.entries(people).map(([who, { email }]) => [who, email]));
  const made = new Map<string, string>();

  const make: Record<Kind, (whose: "owner" | "stranger") => Promise<string>> = {
    ticket: async (whose) => lastPart(await aListing(people[whose])),
    order: async (whose) => {
      const ticket = await aListing(seller);
      const ordered = await send(people[whose], ticket, "requestKey", {});
      return lastPart(ordered.headers.get("location") ?? "");
    },
    event: async (whose) => {
      const ticket = lastPart(await aListing(people[whose]));
      const [event] = await sql<{ slug: string }[]>`
        select slug from events join tickets on event_id = events.id where tickets.id = ${ticket}`;
      return event?.slug ?? "";
    },
    email: async (whose) => people[whose].email,
    session: async (whose) => {
      const [session] = await sql<{ id: string }[]>`
        select sessions.id from sessions join users on users.id = user_id
        where email = ${people[whose].email} and revoked_at is null`;
      return session?.id ?? "";
    },
    confirmation: async (whose) => {
      const [confirmation] = await sql<{ id: string }[]>`
        select id from confirmations where email = ${people[whose].email}`;
      return confirmation?.id ?? "";
    },
    person: async (whose) => {
      const [person] = await sql<{ id: string }[]>`
        select id from users where email = ${people[whose].email}`;
      return person?.id ?? "";
    },
    passkey: async (whose) => {
      const id = newId();
      await sql`insert into passkeys
        (id, user_id, name, credential_id, public_key, sign_count, transports, is_backed_up, created_at)
        select ${id}, users.id, 'Phone', ${id}, 'no key', 0, '{}', false, now()
        from users where email = ${people[whose].email}`;
      return id;
    },
    accessToken: async (whose) => {
      const id = newId();
      await sql`insert into access_tokens (id, user_id, name, token_hash, created_at)
        select ${id}, users.id, 'Books', ${id}, now()
        from users where email = ${people[whose].email}`;
      return id;
    },
  };

  const nothing: Record<Kind, () => string> = {
    ticket: () => newId(),
    order: () => newId(),
    event: () => "no-such-event",
    email: () => `${randomUUID()}@example.com`,
    session: () => newId(),
    confirmation: () => newId(),
    passkey: () => newId(),
    person: () => newId(),
    accessToken: () => newId(),
  };

  return {
    people,
    /** As if each had just shown again who they are. */
    proveAll: () => sql`update sessions set proven_at = now()
      where user_id in (select id from users where email in ${sql(Object.values(emails))})`,
    cookieOf: (caller: Caller) => (caller === "nobody" ? "" : people[caller].cookie),
    /** What a request is to name, made when it is first asked for. */
    thing: async (kind: Kind, id: Id): Promise<string> => {
      if (id === "malformed") return malformed;
      if (id === "missing") return nothing[kind]();
      const known = made.get(`${kind} ${id}`);
      const thing = known ?? (await make[kind](id === "right" ? "owner" : "stranger"));
      made.set(`${kind} ${id}`, thing);
      return thing;
    },
    /** Runs `work` as this caller and resolves to what it changed, in words. The next gets things as they were before. */
    changesBy: async (caller: Caller, work: () => Promise<void>): Promise<string> => {
      const before = await readOwnedRows(sql, emails);
      await work();
      const changes = changesBetween(before, await readOwnedRows(sql, emails), caller);
      if (changes) made.clear();
      return changes;
    },
    close: () => sql.end(),
  };
}

function lastPart(address: string): string {
  const part = address.split("/").at(-1);
  if (!part) throw new Error("Nothing was made: a form was refused.");
  return part;
}
