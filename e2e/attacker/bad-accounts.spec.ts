import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { sentTo } from "../mails.ts";
import { password } from "../people.ts";
import { countRowsOf } from "./counted-rows.ts";
import { aListing, anAccount, goodListing } from "./mallory.ts";
import { send } from "./plain-form.ts";

const sql = "'; drop table users; --";

const badAccounts: Record<string, Partial<{ name: string; email: string; password: string }>> = {
  "no name": { name: "" },
  "a name of 81 characters": { name: "x".repeat(81) },
  "a name of ten kilobytes": { name: "x".repeat(10_240) },
  "a name of null bytes": { name: "\0\0" },
  "a name with a null byte": { name: "Mal\0lory" },
  "a name with half a character": { name: "Mal\ud800lory" },
  "a name with a header": { name: "Mallory\r\nBcc: all@example.com" },
  "a name that reads backwards": { name: "Mal\u202elory" },
  "no email": { email: "" },
  "text for an email": { email: "mallory" },
  "an email with a full-width sign": { email: "mallory＠example.com" },
  "an email with a header": { email: "mallory@example.com\r\nBcc: all@example.com" },
  "an email with a null byte": { email: "mal\0lory@example.com" },
  "an email with a Cyrillic letter": { email: "mallory@exаmple.com" },
  "an email that reads backwards": { email: "\u202emoc.elpmaxe@yrollam" },
  "an email with the Kelvin sign": { email: "\u212aelvin@example.com" },
  "an email of 300 characters": { email: `${"x".repeat(290)}@example.com` },
  "an email with SQL": { email: `${sql}@example.com` },
  "a password of 7 characters": { password: "1234567" },
  "a password of 129 characters": { password: "x".repeat(129) },
};

test("bad accounts are refused in words, and nobody is signed in", async () => {
  for (const [what, bad] of Object.entries(badAccounts)) {
    const email = `${randomUUID()}@example.com`;
    const visitor = { cookie: "" };
    const answer = await send(visitor, "/sign-up", "next", {
      name: "Mallory",
      email,
      password,
      ...bad,
    });
    expect(answer.status, what).toBeLessThan(500);
    const page = await answer.text();
    expect(page, what).toContain('role="alert"');
    expect(page, what).not.toContain(`value="${bad.password ?? password}"`);
    expect(visitor.cookie, what).toBe("");
    expect(await countRowsOf(email), what).toEqual({});
  }
});

test("one email in another case is the same account, which only the email says", async () => {
  const mallory = await anAccount();
  const answer = await send({ cookie: "" }, "/sign-up", "next", {
    name: "Mallory",
    email: mallory.email.toUpperCase(),
    password,
  });
  expect(answer.headers.get("location")).toMatch(/^\/verify-email\?asked=/); // as for everybody
  await sentTo(mallory.email, /has one already/);
});

test("a return address outside the site is not followed", async () => {
  const mallory = await anAccount();
  for (const next of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ]) {
    const answer = await send({ cookie: "" }, "/sign-in", "next", {
      email: mallory.email,
      password,
      next,
    });
    expect(answer.headers.get("location"), next).toBe("/");
  }
});

test("whoever has not confirmed their address yet neither lists nor buys, and is told where to", async () => {
  const [seller, buyer] = [await anAccount(), await anAccount()];
  const ticket = await aListing(seller);
  const sql = postgres(process.env["E2E_DATABASE_URL"] ?? "", { max: 1 });
  await sql`
    update users set email_verified_at = null where email in ${sql([seller.email, buyer.email])}`;
  await sql.end();
  const before = [await countRowsOf(seller.email), await countRowsOf(buyer.email)];
  for (const answer of [
    await send(seller, "/tickets/new", "event", { ...goodListing, event: randomUUID() }),
    await send(buyer, ticket, "requestKey", {}),
  ])
    expect(await answer.text()).toContain('data-refusal-code="email-unverified"');
  expect([await countRowsOf(seller.email), await countRowsOf(buyer.email)]).toEqual(before);
});
