import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startChild } from "./child.ts";

const root = path.resolve(import.meta.dirname, "../..");
const marker = path.join(root, ".next", "rowlock-build");
const sources = ["app", "components", "db", "lib", "proxy.ts", "instrumentation.ts"];
const settings = ["next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

export const nextBinary = path.join(root, "node_modules", "next", "dist", "bin", "next");

/** Builds the web app, unless it was built from exactly these files before. */
export async function buildWeb(): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  console.log("Building the web app …");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const lines: string[] = [];
  const build = startChild({
    name: "The build",
    command: process.execPath,
    arguments: [nextBinary, "build"],
    env,
    onLine: (line) => lines.push(line),
  });
  const interrupted = () => void build.stop();
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  const how = await build.ended;
  process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  if (!how.endsWith("(exit code 0)")) throw new Error([...lines, how].join("\n"));
  writeFileSync(marker, wanted);
}

function fingerprint(): string {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...sources, ...settings],
    { cwd: root, encoding: "utf8" },
  );
  const hash = createHash("sha256");
  for (const name of listed.split("\n").filter(Boolean).toSorted()) {
    const file = path.join(root, name);
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return hash.digest("hex");
}
