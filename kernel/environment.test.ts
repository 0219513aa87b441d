import { expect, test } from "vitest";
import { EnvironmentProblem, readEnvironment } from "./environment.ts";

const enough = { DATABASE_URL: "postgres://rowlock@localhost/rowlock" };
const live = { STRIPE_SECRET_KEY: "sk_live_1", STRIPE_PUBLISHABLE_KEY: "pk_live_1" };
const production = { ...enough, NODE_ENV: "production", APP_URL: "https://rowlock.example" };
const ownSecrets = {
  AUTH_SECRET: "a secret of at least thirty-two characters",
  STRIPE_WEBHOOK_SECRET: "whsec_own",
};

function problemWith(source: Record<string, string | undefined>): string {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.message;
    throw error;
  }
  return "none";
}

test("a fresh clone needs nothing but a database", () => {
  expect(readEnvironment(enough)).toMatchObject({
    NODE_ENV: "development",
    LOCK_SECONDS: 900,
    PAYMENT_ATTEMPTS: 3,
  });
});

test("says which variable is missing", () => {
  expect(problemWith({})).toBe("DATABASE_URL is not set. Set it; README.md says what to.");
});

test("an empty variable is one that is not set", () => {
  expect(problemWith({ DATABASE_URL: "" })).toContain("DATABASE_URL is not set");
  expect(readEnvironment({ ...enough, LOCK_SECONDS: "" }).LOCK_SECONDS).toBe(900);
});

test.each([
  { DATABASE_URL: "mysql://localhost/rowlock" },
  { PORT: "eighty" },
  { PORT: "abc" },
  { PORT: "0" },
  { PORT: "65536" },
  { PORT: "30.5" },
  { LOCK_SECONDS: "0" },
  { LOCK_SECONDS: "-900" },
  { LOCK_SECONDS: "1.5" },
  { PAYMENT_ATTEMPTS: "NaN" },
  { RATE_LIMIT_SCALE: "0" },
  { TRUSTED_PROXIES: "-1" },
  { TRUSTED_PROXIES: "all" },
  { APP_URL: "rowlock.example" },
  { APP_URL: "ftp://rowlock.example" },
  { NODE_ENV: "staging" },
  { STRIPE_SECRET_KEY: "pk_test_1" },
  { STRIPE_WEBHOOK_SECRET: "secret" },
  { SMTP_URL: "http://localhost" },
  { MAIL_FROM: "Rowlock" },
  { MAIL_FROM: "Rowlock tickets@rowlock.example" },
  { MAIL_FROM: "Rowlock <tickets>" },
  { MAIL_FROM: "Rowlock <tickets@rowlock.example>\r\nBcc: all@elsewhere.example" },
])("names a malformed %o", (variable) => {
  const [name = ""] = Object.keys(variable);
  expect(problemWith({ ...enough, ...variable })).toContain(`${name} is malformed`);
});

test.each([
  ["tickets@rowlock.example", "Rowlock <tickets@rowlock.example>"],
  ["<tickets@rowlock.example>", "Rowlock <tickets@rowlock.example>"],
  [" Box office <tickets@rowlock.example> ", "Box office <tickets@rowlock.example>"],
  ['"Rowlock, Inc." <tickets@rowlock.example>', '"Rowlock, Inc." <tickets@rowlock.example>'],
])("with MAIL_FROM %j, emails come from %s", (MAIL_FROM, from) => {
  expect(readEnvironment({ ...enough, MAIL_FROM }).MAIL_FROM).toBe(from);
});

test("says what a port looks like", () => {
  expect(problemWith({ ...enough, PORT: "abc" })).toBe(
    "PORT is malformed: write a whole number from 1 to 65535, such as 3000. Correct it, then start again.",
  );
});

test("real test keys are not enough: without the webhook's secret nobody hears how payments end", () => {
  const keys = { STRIPE_SECRET_KEY: "sk_test_own", STRIPE_PUBLISHABLE_KEY: "pk_test_own" };
  expect(problemWith({ ...enough, ...keys })).toContain("STRIPE_WEBHOOK_SECRET is not");
  expect(problemWith({ ...enough, ...keys, STRIPE_WEBHOOK_SECRET: "whsec_own" })).toBe("none");
  expect(problemWith({ ...enough, STRIPE_SECRET_KEY: "rk_test_own" })).toContain(
    "STRIPE_PUBLISHABLE_KEY is not",
  );
  expect(problemWith({ ...enough, ...keys, STRIPE_API_URL: "http://localhost:3100" })).toBe("none");
});

test("a malformed secret is not repeated in the message", () => {
  expect(problemWith({ ...enough, AUTH_SECRET: "too short" })).not.toContain("too short");
});

test("names every fault at once", () => {
  const message = problemWith({ PORT: "x", LOCK_SECONDS: "y" });
  for (const name of ["DATABASE_URL", "PORT", "LOCK_SECONDS"]) expect(message).toContain(name);
});

test("a live key never goes to a sandbox", () => {
  const sandbox = { STRIPE_API_URL: "http://localhost:12111" };
  expect(problemWith({ ...enough, ...live, ...sandbox })).toContain("must not be set together");
  expect(readEnvironment({ ...enough, ...sandbox }).STRIPE_API_URL).toBe(sandbox.STRIPE_API_URL);
});

test("one live key and one test key are a mistake", () => {
  expect(problemWith({ ...enough, STRIPE_SECRET_KEY: "sk_live_1" })).toContain("both be live");
});

test.each(["AUTH_SECRET", "STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET"])(
  "production does not start on the default %s",
  (name) => {
    const { [name]: _, ...others }: Record<string, string> = { ...live, ...ownSecrets };
    const message = problemWith({ ...production, ...others });
    expect(message).toMatch(new RegExp(`^${name} still has|both be live`));
  },
);

test("production starts on secrets of its own, and on this machine on the defaults", () => {
  expect(problemWith({ ...production, ...live, ...ownSecrets })).toBe("none");
  for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
    expect(problemWith({ ...production, APP_URL: `http://${host}:3000` })).toBe("none");
  }
});

test("a name that only begins like this machine's is not this machine", () => {
  const elsewhere = { ...production, APP_URL: "https://localhost.example" };
  expect(problemWith(elsewhere)).toContain("development default");
});

test("no proxy is trusted unless it is said how many stand in front; on Vercel there is one", () => {
  expect(readEnvironment(enough).TRUSTED_PROXIES).toBe(0);
  expect(problemWith({ ...enough, VERCEL: "1" })).toContain("TRUSTED_PROXIES is 0");
  expect(problemWith({ ...enough, VERCEL: "1", TRUSTED_PROXIES: "1" })).toBe("none");
});
