import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { holdFolder } from "./hold-folder.ts";

const folder = mkdtempSync(path.join(tmpdir(), "rowlock-hold-"));
const mark = path.join(folder, "running.pid");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a folder is held by one at a time, and free again afterwards", async () => {
  const file = path.join(folder, "start.ts");
  writeFileSync(file, "setInterval(() => {}, 1000)");
  const other = spawn(process.execPath, [file], { stdio: "ignore" });
  writeFileSync(mark, String(other.pid));
  expect(() => holdFolder(folder)).toThrow(`running already from ${folder} (process ${other.pid})`);
  const ended = new Promise((resolve) => other.once("exit", resolve));
  other.kill();
  await ended;
  const release = holdFolder(folder); // left behind by one that died
  expect(readFileSync(mark, "utf8")).toBe(String(process.pid));
  release();
  holdFolder(folder)();
});

test("a process of another kind with the same number holds nothing", () => {
  writeFileSync(mark, String(process.ppid));
  holdFolder(folder)();
});
