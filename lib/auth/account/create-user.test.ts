import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { newId } from "#kernel/ids.ts";
import { domainEventsOf, only } from "#test/support/read-back.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { changeName } from "./change-name.ts";
import { createUser, createUserInput } from "./create-user.ts";
import { signIn } from "../sign-in.ts";

useDatabase();

const password = "correct horse battery staple";
const ada = (email: string) => createUserInput.parse({ name: "Ada", email, password });
const withEmail = (email: string) => db().select().from(users).where(eq(users.email, email));

test("opens an account, and says so without saying who", async () => {
  const id = await createUser(ada("Ada@Example.com"));
  const user = only(await withEmail("ada@example.com"));
  expect(user).toMatchObject({ id, name: "Ada", role: "member", emailVerifiedAt: null });
  expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(only(await domainEventsOf(id))).toMatchObject({
    type: "UserCreated",
    data: { userId: id },
  });
});

test("two sign-ups at once with one email in different case make one account", async () => {
  const attempts = ["Grace@example.com", "grace@EXAMPLE.com"].map((email) =>
    createUser(ada(email)),
  );
  const { done, refused } = await tally(attempts);
  expect({ made: done.length, refused }).toEqual({ made: 1, refused: { "email-taken": 1 } });
  expect(only(await withEmail("grace@example.com")).id).toBe(done[0]);
});

test("one address in two spellings of its domain has one account, and signs in with either", async () => {
  const id = await createUser(ada("Info@Müller.example"));
  const again = createUser(ada("info@xn--mller-kva.example"));
  expect(await refusalOf(again)).toMatchObject({ code: "email-taken" });
  const visitor = { address: "192.0.2.1", userAgent: null, device: null, sessionId: null };
  const signedIn = await signIn({ email: "info@mu\u0308ller.example", password }, visitor);
  expect(signedIn.userId).toBe(id);
});

test.each([
  ["a full-width @", "ada＠example.com"],
  ["a full-width letter", "ａda@example.com"],
  ["an override of the reading direction", "ada\u202E@example.com"],
  ["the Kelvin sign, which becomes a k", "\u212Aate@example.com"],
  ["a dotless i", "ada@example.com".replace("e", "ı")],
  ["a null", "ada\u0000@example.com"],
  ["a line break", "ada@example.com\nBcc: all@example.com"],
  ["a space", "ada lovelace@example.com"],
  ["no @", "ada.example.com"],
  ["255 characters", `${"a".repeat(64)}@${"b".repeat(186)}.com`],
])("an email with %s is refused", (_, email) => {
  const parsed = createUserInput.safeParse({ name: "Ada", email, password });
  expect(parsed.error?.issues[0]?.path).toEqual(["email"]);
});

test.each([
  ["name", { name: "" }],
  ["name", { name: "x".repeat(81) }],
  ["name", { name: "\u202Eadmin" }],
  ["password", { password: "seven77" }],
  ["password", { password: "x".repeat(129) }],
])("a bad %s is refused beside its field", (field, given) => {
  const typed = { name: "Ada", email: "ada@example.com", password, ...given };
  expect(createUserInput.safeParse(typed).error?.issues[0]?.path).toEqual([field]);
});

test("a changed name is recorded, without the name", async () => {
  const id = await createUser(ada("mary@example.com"));
  await changeName(id, { name: "Mary" });
  expect(only(await withEmail("mary@example.com"))).toMatchObject({ name: "Mary", version: 2 });
  expect((await domainEventsOf(id)).at(-1)).toMatchObject({
    type: "UserUpdated",
    data: { userId: id, version: 2, changed: ["name"] },
  });
});

test("the name of a user that does not exist cannot be changed", async () => {
  const attempt = changeName(newId<"user">(), { name: "Nobody" });
  expect(await refusalOf(attempt)).toMatchObject({ code: "not-signed-in" });
});
