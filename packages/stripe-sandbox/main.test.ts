import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startSandbox } from "./server/start-sandbox.ts";

function run(settings: Record<string, string>): ChildProcess {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  return spawn(process.execPath, [main], { env: { ...process.env, ...settings } });
}

async function firstWords(child: ChildProcess, from: "stdout" | "stderr"): Promise<string> {
  const [chunk] = child[from] ? await once(child[from], "data") : [""];
  return String(chunk);
}

test("prints one line when ready, and stops on SIGTERM", async () => {
  const child = run({ STRIPE_SANDBOX_PORT: "0" });
  expect(await firstWords(child, "stdout")).toMatch(
    /^Stripe sandbox ready at http:\/\/localhost:\d+, without webhooks\.\n$/,
  );
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a port that is taken is named", async () => {
  const first = await startSandbox({ port: 0 });
  const child = run({ STRIPE_SANDBOX_PORT: String(first.port) });
  expect(await firstWords(child, "stderr")).toContain(`Port ${first.port} is taken`);
  expect(await once(child, "exit")).toEqual([1, null]);
  await first.stop();
});

test("webhooks without a secret are refused at the start", async () => {
  const child = run({ STRIPE_SANDBOX_WEBHOOK_URL: "http://localhost:3000/webhooks" });
  expect(await firstWords(child, "stderr")).toContain("STRIPE_WEBHOOK_SECRET");
});
