import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { nextBinary } from "#stack/build-web.ts";
import { startChild } from "#stack/child.ts";
import { freePort } from "#stack/free-port.ts";
import { waitFor } from "#stack/wait-for.ts";
import { password } from "../people.ts";
import { anAccount } from "./mallory.ts";
import { get, send } from "./plain-form.ts";

const outside = "tickets.example";
/** As a proxy that speaks https to the outside passes requests on. */
const passedOn = {
  origin: `https://${outside}`,
  "x-forwarded-host": outside,
  "x-forwarded-proto": "https",
};

/** The built app as it is deployed: reached over https, with secrets of its own. */
async function startDeployed() {
  const port = await freePort();
  const web = startChild({
    name: "The deployed app",
    command: process.execPath,
    arguments: [nextBinary, "start", "-p", String(port), "-H", "127.0.0.1"],
    env: {
      NODE_ENV: "production",
      APP_URL: `https://${outside}`,
      DATABASE_URL: process.env["E2E_DATABASE_URL"],
      TRUSTED_PROXIES: "1",
      AUTH_SECRET: randomUUID(),
      STRIPE_SECRET_KEY: "sk_test_deployed",
      STRIPE_PUBLISHABLE_KEY: "pk_test_deployed",
      STRIPE_WEBHOOK_SECRET: "whsec_deployed",
    },
  });
  const home = `http://127.0.0.1:${port}`;
  const answers = waitFor(
    async () => (await fetch(`${home}/api/health/live`)).ok,
    "the app to answer",
  );
  const ends = web.ended.then((how) =>
    Promise.reject(new Error([how, ...web.lastLines()].join("\n"))),
  );
  await Promise.race([answers, ends]);
  return { home, stop: web.stop };
}

test("over https every cookie is this host's alone, and no script's", async () => {
  const { home, stop } = await startDeployed();
  try {
    const visitor = { cookie: "", home };
    const { email } = await anAccount(); // of the other app, in the same tables
    const signedIn = await send(visitor, "/sign-in", "next", { email, password }, passedOn);
    expect(signedIn.status).toBe(303);
    const others = ["/", "/api/auth/csrf", "/api/auth/session", "/api/auth/providers"];
    const answers = await Promise.all(others.map((path) => get({ cookie: "", home }, path)));
    const set = [signedIn, ...answers].flatMap((each) => each.headers.getSetCookie());
    const names = new Set(set.map((cookie) => cookie.split("=")[0] ?? ""));
    expect([...names].toSorted()).toEqual([
      "__Host-next-auth.callback-url",
      "__Host-next-auth.csrf-token",
      "__Host-rowlock-device",
      "__Host-rowlock-session",
    ]);
    for (const cookie of set) {
      for (const attribute of ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"])
        expect(cookie.toLowerCase()).toContain(`; ${attribute.toLowerCase()}`);
      expect(cookie.toLowerCase()).not.toContain("domain=");
    }
  } finally {
    await stop();
  }
});
