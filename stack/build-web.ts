import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startChild } from "./child.ts";

const root = path.resolve(import.meta.dirname, "..");
const marker = path.join(root, ".next", "rowlock-build");
const sources = ["app", "components", "db", "kernel", "lib", "proxy.ts", "instrumentation.ts"];
const settings = ["next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

export const nextBinary = path.join(root, "node_modules", "next", "dist", "bin", "next");

/**
 * The memory a web process is given, unless NODE_OPTIONS says otherwise: what Node takes by itself depends on the machine,
 * and two thousand open streams would be twice as large as what is in them. `scripts/bootstrap.mjs` says the same.
 */
export const webMemory = "--max-old-space-size=384 --max-semi-space-size=4";

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
  const hash = createHash("sha256");
  for (const file of [...sources.flatMap(filesOf), ...settings].toSorted()) {
    hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function filesOf(source: string): string[] {
  if (!statSync(path.join(root, source)).isDirectory()) return [source];
  const entries = readdirSync(path.join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
