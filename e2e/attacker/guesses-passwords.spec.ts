import { expect, test } from "@playwright/test";
import { z } from "zod";
import { password } from "../people.ts";
import { anAccount } from "./mallory.ts";
import { send } from "./plain-form.ts";

/** The app with the real rate limits. No proxy stands in front of it. */
const home = process.env["E2E_HASTY_URL"] ?? "";

const randomByte = () => Math.floor(Math.random() * 256);
/** Says to come from somewhere else each time. */
function forged(): Record<string, string> {
  const address = [randomByte(), randomByte(), randomByte(), randomByte()].join(".");
  return {
    origin: home,
    "x-real-ip": address,
    "x-forwarded-for": `${address}, ${address}`,
    forwarded: `for=${address}`,
  };
}

const signIn = (email: string, secret: string, cookie = "") =>
  send({ cookie, home }, "/sign-in", "next", { email, password: secret }, forged());

/** The refusal's code; null for whoever was let in. */
async function refusalIn(answer: Response): Promise<string | null> {
  return /data-refusal-code="([\w-]+)"/.exec(await answer.text())?.[1] ?? null;
}

test("an address that is made up counts for nothing, and others behind the true one are let in", async () => {
  const owner = await anAccount(home, { headers: forged() });
  const codes: (string | null)[] = [];
  for (let number = 0; number < 40; number += 1)
    codes.push(await refusalIn(await signIn(owner.email, `guess ${number}`)));
  expect(codes.filter((code) => code === "wrong-email-or-password")).toHaveLength(10);
  expect(codes.filter((code) => code === "too-many-requests")).toHaveLength(30);
  expect(await refusalIn(await signIn(owner.email, password))).toBe("too-many-requests");
  const neighbour = await anAccount(home);
  expect((await signIn(neighbour.email, password)).status).toBe(303);
  expect((await signIn(owner.email, password, owner.device)).status).toBe(303);
});

/** The answer of next-auth's own route. */
async function signInByNextAuth(email: string): Promise<Response> {
  const asked = await fetch(`${home}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await asked.json());
  const cookie = asked.headers.getSetCookie().map((each) => each.split(";")[0]);
  return fetch(`${home}/api/auth/callback/credentials`, {
    method: "POST",
    body: new URLSearchParams({ csrfToken, email, password }),
    headers: { ...forged(), cookie: cookie.join("; ") },
    redirect: "manual",
  });
}

test("next-auth's own door knows the same browsers, and counts the same guesses", async () => {
  const { email } = await anAccount(home);
  const letIn = await signInByNextAuth(email);
  expect(letIn.headers.getSetCookie().join()).toMatch(/rowlock-device=[\w-]{43};/);
  for (let number = 0; number < 12; number += 1) await signIn(email, `guess ${number}`);
  const refused = await signInByNextAuth(email);
  expect(refused.headers.get("location")).toContain("error=CredentialsSignin");
});

test("two dozen people behind one address open their accounts", async () => {
  const all = await Promise.all(Array.from({ length: 24 }, () => anAccount(home)));
  expect(all).toHaveLength(24);
});
