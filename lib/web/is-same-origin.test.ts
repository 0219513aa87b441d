import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The environment is read once in a process: each case reads it anew. */
async function isOurs(env: Record<string, string>, headers: Record<string, string>) {
  vi.stubEnv("DATABASE_URL", "postgres://localhost/rowlock");
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { isSameOrigin } = await import("./is-same-origin.ts");
  return isSameOrigin(new Headers(headers));
}

const local = { APP_URL: "http://localhost:3000" };
const preview = {
  APP_URL: "https://tickets.example",
  VERCEL_URL: "rowlock-a1b2.vercel.app",
  VERCEL_BRANCH_URL: "rowlock-git-topic.vercel.app",
};

test.each([
  [local, "http://localhost:3000"],
  [local, "http://127.0.0.1:3000"],
  [local, "http://[::1]:3000"],
  [{ APP_URL: "http://127.0.0.1:3000" }, "http://localhost:3000"],
  [preview, "https://tickets.example"],
  [preview, "https://rowlock-a1b2.vercel.app"],
  [preview, "https://rowlock-git-topic.vercel.app"],
])("with %o a form from %s is ours", async (env, origin) => {
  expect(await isOurs(env, { origin })).toBe(true);
});

test.each([
  [local, "http://localhost:3001"],
  [local, "https://localhost:3000"],
  [local, "http://localhost.example:3000"],
  [preview, "http://localhost:3000"],
  [preview, "http://rowlock-a1b2.vercel.app"],
  [preview, "https://another.vercel.app"],
  [{ APP_URL: "https://tickets.example" }, "https://127.0.0.1"],
  [local, "null"],
])("with %o a form from %s is not", async (env, origin) => {
  expect(await isOurs(env, { origin })).toBe(false);
});

test("without an Origin the browser's word counts", async () => {
  expect(await isOurs(local, { "sec-fetch-site": "same-origin" })).toBe(true);
  vi.resetModules();
  expect(await isOurs(local, { "sec-fetch-site": "cross-site" })).toBe(false);
});
