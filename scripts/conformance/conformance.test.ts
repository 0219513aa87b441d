import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { compareAnswers } from "./compare.ts";
import { encodeForm } from "./encode-form.ts";
import { flows } from "./flows.ts";
import { formatAnswers } from "./format-report.ts";
import { readKey } from "./read-key.ts";
import { recordFlows } from "./record-flows.ts";
import { startSandboxProgram } from "./start-sandbox-program.ts";

test.each([
  "sk_live_abc",
  "rk_live_abc",
  "pk_test_abc",
  "sk_test_ x",
  "nonsense",
  "sk_test_a sk_live_b",
])("the key %s is refused, and not repeated", (key) => {
  const read = () => readKey({ STRIPE_CONFORMANCE_KEY: key });
  expect(read).toThrow("must be a test key");
  expect(read).not.toThrow(key);
});

test("test keys are taken, and none is none", () => {
  expect(readKey({ STRIPE_CONFORMANCE_KEY: " sk_test_abc\n" })).toBe("sk_test_abc");
  expect(readKey({ STRIPE_CONFORMANCE_KEY: "rk_test_abc" })).toBe("rk_test_abc");
  expect(readKey({ STRIPE_CONFORMANCE_KEY: " " })).toBeNull();
  expect(readKey({})).toBeNull();
});

test("a live key ends the program before anything is asked", () => {
  const script = path.resolve(import.meta.dirname, "../conformance.ts");
  const { status, stderr, stdout } = spawnSync(process.execPath, [script], {
    env: { ...process.env, STRIPE_CONFORMANCE_KEY: "sk_live_never" },
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain("must be a test key");
  expect(stdout + stderr).not.toContain("sk_live_never");
});

test("fields are written as the SDK writes them", () => {
  expect(encodeForm({ a: 1, b: { c: "x & y" }, d: ["e", { f: true }] })).toBe(
    "a=1&b[c]=x%20%26%20y&d[0]=e&d[1][f]=true",
  );
});

test("two sandboxes answer every flow alike", { timeout: 60_000 }, async () => {
  expect(flows.length).toBeGreaterThanOrEqual(12);
  const record = async () => {
    const sandbox = await startSandboxProgram();
    try {
      return await recordFlows({ url: sandbox.url, key: "sk_test_x" }, flows);
    } finally {
      await sandbox.stop();
    }
  };
  const [first, second] = await Promise.all([record(), record()]);
  expect(compareAnswers(first, second)).toEqual([]);
  expect(first.filter(({ status }) => status >= 500)).toEqual([]);
  expect(formatAnswers(first)).toContain(
    "declines › pm_card_visa_chargeDeclined: 402 card_declined",
  );
  const steps = first.map(({ step }) => step);
  expect(new Set(steps).size).toBe(steps.length);
});
