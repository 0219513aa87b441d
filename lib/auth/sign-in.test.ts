import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { signInPlaces, users } from "#db/schema/auth.ts";
import { outbox } from "#db/schema/outbox.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { rateLimitsByName } from "#lib/rate-limit/rate-limits.ts";
import { anAccount, from, openAccount, password } from "#test/support/accounts.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only } from "#test/support/read-back.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createUser } from "./account/create-user.ts";
import { findSession } from "./sessions/sessions.ts";
import { signIn } from "./sign-in.ts";
import type { Visitor } from "./sessions/visitor.ts";

useDatabase();

beforeEach(async () => {
  await db().delete(rateLimits);
});

const account = (email?: string) => anAccount(email === undefined ? {} : { email });

const home = "198.51.100.1";
const elsewhere = (number: number) => from(`203.0.${number >> 8}.${number & 255}`);

/** Wrong passwords, as many at a time as the hashing queue has room for. */
async function guess(times: number, email: string, where: (number: number) => Visitor) {
  const refused: Record<string, number> = {};
  for (let begun = 0; begun < times; begun += 20) {
    const attempts = Array.from({ length: Math.min(20, times - begun) }, (_, index) =>
      signIn({ email, password: `guess ${begun + index}` }, where(begun + index)),
    );
    for (const [code, count] of Object.entries((await tally(attempts)).refused))
      refused[code] = (refused[code] ?? 0) + count;
  }
  return refused;
}

test("only the right email and password together open the account", async () => {
  const id = await createUser(account("hedy@example.com"));
  const right = [
    { email: "hedy@example.com", password },
    { email: " HEDY@example.com ", password },
  ];
  const wrong = [
    { email: "hedy@example.com", password: "wrong" },
    { email: "nobody@example.com", password },
    { email: "hedy@example.com", password: `${password} ` },
    { email: "hedy@example.com", password: "" },
    { email: "hedy@example.com", password: "x".repeat(129) },
    { email: "", password },
    { email: "' or 1=1 --", password },
    { email: "hedy@example.com\u0000", password },
  ];
  for (const attempt of right) expect((await signIn(attempt, from(home))).userId).toBe(id);
  for (const attempt of wrong) {
    const { code } = await refusalOf(signIn(attempt, from(home)));
    expect(code, JSON.stringify(attempt)).toBe("wrong-email-or-password");
  }
});

test("of five hundred guesses from as many addresses fewer than a hundred are tried, and a right one late is not", async () => {
  const { email } = account();
  await createUser(account(email));
  const refused = await guess(500, email, elsewhere);
  expect(refused).toEqual({
    "wrong-email-or-password": rateLimitsByName.signInByAccount.burst,
    "account-guarded": 500 - rateLimitsByName.signInByAccount.burst,
  });
  const right = await refusalOf(signIn({ email, password }, elsewhere(501)));
  expect(right.code).toBe("account-guarded");
  await passTime(24 * 60 * 60);
  const nextDay = await guess(500, email, elsewhere);
  expect(nextDay["wrong-email-or-password"]).toBeLessThan(50);
});

test("an email without an account is guarded like one with", async () => {
  const refused = await guess(60, "nobody-here@example.com", elsewhere);
  expect(refused).toEqual({ "wrong-email-or-password": 50, "account-guarded": 10 });
});

test("nobody's guesses keep its owner out: not at home, and not with their browser anywhere", async () => {
  const { email, ...rest } = account();
  const { device } = await openAccount({ email, ...rest }, from(home));
  await guess(60, email, elsewhere);
  await signIn({ email, password }, from(home));
  await signIn({ email, password }, from("192.0.2.99", { device }));
  await guess(20, email, () => from(home)); // somebody behind the same address
  expect((await refusalOf(signIn({ email, password }, from(home)))).code).toBe("too-many-requests");
  await signIn({ email, password }, from(home, { device }));
});

test("a browser that made its cookie up is a stranger", async () => {
  const { email } = account();
  await createUser(account(email));
  const forged = (number: number) => from(`192.0.2.${number}`, { device: `made up ${number}` });
  const refused = await guess(60, email, forged);
  expect(refused).toEqual({ "wrong-email-or-password": 50, "account-guarded": 10 });
});

test("a known browser may guess no more often than others", async () => {
  const { email, ...rest } = account();
  const { device } = await openAccount({ email, ...rest }, from(home));
  const refused = await guess(40, email, (number) => ({ ...elsewhere(number), device }));
  expect(refused).toEqual({ "wrong-email-or-password": 10, "too-many-requests": 30 });
});

test("forty wrong passwords from one address refuse nobody else there their right one", async () => {
  const [theirs, another] = [account(), account()];
  await createUser(theirs);
  await createUser(another);
  await guess(40, theirs.email, () => from(home));
  await signIn({ email: another.email, password }, from(home));
  const emails = Array.from({ length: 40 }, () => account().email);
  for (const email of emails) await guess(1, email, () => from(home));
  const third = account();
  await createUser(third);
  await signIn({ email: third.email, password }, from(home));
});

test("who knows the password is not counted, however often they sign in", async () => {
  const { email } = account();
  await createUser(account(email));
  for (let times = 0; times < 30; times += 1) await signIn({ email, password }, from(home));
});

test("signing in, or opening an account, in a browser that is signed in ends the session it was in, and no other", async () => {
  const { email, ...rest } = account();
  const first = await openAccount({ email, ...rest }, from(home));
  const other = await signIn({ email, password }, from("192.0.2.1"));
  const second = await signIn({ email, password }, from(home, { sessionId: first.sessionId }));
  expect(await findSession(first.sessionId)).toBeNull();
  const third = await openAccount(account(), from(home, { sessionId: second.sessionId }));
  expect(await findSession(second.sessionId)).toBeNull();
  expect(await findSession(third.sessionId)).not.toBeNull();
  expect(await findSession(other.sessionId)).not.toBeNull();
});

test("a wrong password leaves the session as it is", async () => {
  const { email, ...rest } = account();
  const { sessionId } = await openAccount({ email, ...rest }, from(home));
  await refusalOf(signIn({ email, password: "wrong" }, from(home, { sessionId })));
  expect(await findSession(sessionId)).not.toBeNull();
});

test("from where people signed in cannot be read in the table", async () => {
  await openAccount(account(), from("203.0.113.200", { device: "a-device" }));
  const places = (await db().select().from(signInPlaces)).map(({ place }) => place);
  expect(places.join()).not.toMatch(/203\.0|a-device/);
});

test("a password hashed at an older cost is hashed anew when it is next typed, and goes on being right", async () => {
  const { email } = account();
  const id = await createUser(account(email));
  const cheap = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await db().update(users).set({ passwordHash: cheap }).where(eq(users.id, id));
  await refusalOf(signIn({ email, password: "wrong" }, from(home)));
  const hashNow = async () =>
    only(await db().select().from(users).where(eq(users.id, id))).passwordHash;
  expect(await hashNow()).toBe(cheap);
  await signIn({ email, password }, from(home));
  expect(await hashNow()).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  await signIn({ email, password }, from(home));
});

test("its owner is told of a browser that the account does not know, and of no other", async () => {
  const { email, ...rest } = account();
  const { userId, device } = await openAccount({ email, ...rest }, from(home));
  const told = async () =>
    (await db().select().from(outbox).where(eq(outbox.subjectId, userId)))
      .filter(({ type }) => type === "SignedInFromElsewhere")
      .map(({ data }) => data);
  await signIn({ email, password }, from("192.0.2.7", { device }));
  expect(await told()).toEqual([]);
  const { sessionId } = await signIn({ email, password }, from(home));
  expect(await told()).toEqual([{ userId, sessionId }]);
});
