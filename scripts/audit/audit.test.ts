import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import path from "node:path";
import { expect, test } from "vitest";

/** npm starts slowly on a busy machine. */
const patiently = { timeout: 60_000 };
const root = path.resolve(import.meta.dirname, "../..");

/** Runs the audit against a registry that answers its question with this. */
async function auditWith(status: number, advisories: object) {
  const registry = createServer((request, response) => {
    const isQuestion = request.method === "POST";
    request.resume();
    response.writeHead(isQuestion ? status : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isQuestion ? advisories : {}));
  });
  registry.listen(0, "127.0.0.1");
  await once(registry, "listening");
  const { port } = registry.address() as AddressInfo; // it listens on a port
  const cache = await mkdtemp(path.join(tmpdir(), "rowlock-audit-")); // npm remembers advisories
  const place = [`--registry=http://127.0.0.1:${port}/`, "--fetch-retries=0", `--cache=${cache}`];
  const audit = spawn(process.execPath, ["scripts/audit.ts", ...place], { cwd: root });
  const [printed, [code]] = await Promise.all([text(audit.stdout), once(audit, "exit")]);
  registry.close();
  await rm(cache, { recursive: true, force: true });
  return { printed, code: Number(code) };
}

const advisory = (severity: string) => ({
  nodemailer: [
    {
      id: 1,
      url: "https://example.test/1",
      title: "Too trusting",
      severity,
      vulnerable_versions: "*",
    },
  ],
});

test("a high advisory of a package in use fails, and is named", patiently, async () => {
  const { printed, code } = await auditWith(200, advisory("high"));
  expect(printed).toContain("high  nodemailer  Too trusting https://example.test/1");
  expect(code).toBe(1);
});

test("a low one is named and passes", patiently, async () => {
  const { printed, code } = await auditWith(200, advisory("low"));
  expect(printed).toContain("low  nodemailer");
  expect(code).toBe(0);
});

test("no advisory passes", patiently, async () => {
  expect(await auditWith(200, {})).toEqual({
    printed: "0 packages with known advisories, 0 of them high or critical.\n",
    code: 0,
  });
});

test("a registry that answers no audit is said, and fails nothing", patiently, async () => {
  const { printed, code } = await auditWith(405, {});
  expect(printed).toContain("answers no audit");
  expect(code).toBe(0);
});
