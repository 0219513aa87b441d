// Runs one of the TypeScript scripts beside it, on the right Node and with packages installed, from any Node
// from 20.0 up. Plain JavaScript without packages: it runs before there are any.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const neededMajor = 24;
/** As stack/build-web.ts has it, and explains it. */
const webMemory = "--max-old-space-size=384 --max-semi-space-size=4";
const [script = "", ...scriptArguments] = process.argv.slice(2);
/** What runs when deployed, or in the middle of a commit, uses the packages that are there. */
const usesWhatIsThere = ["db-migrate", "db-seed", "invariants", "pre-commit", "web", "worker"];

installPackages();
const node = findNode();
run(node);

function installPackages() {
  const modules = path.join(root, "node_modules");
  const marker = path.join(modules, ".rowlock-installed");
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  if (usesWhatIsThere.includes(script) && existsSync(modules)) return;
  requireWritable(root);
  console.log("Installing packages …");
  npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], "packages");
  writeFileSync(marker, wanted);
}

function fingerprint() {
  const hash = createHash("sha256");
  hash.update(readFileSync(path.join(root, "package-lock.json")));
  for (const name of readdirSync(path.join(root, "patches")).toSorted()) {
    hash.update(readFileSync(path.join(root, "patches", name)));
  }
  return hash.digest("hex");
}

/** This Node when it will do, else one from the npm registry, kept in an ignored folder. */
function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath;
  const folder = path.join(root, process.env.ROWLOCK_DATA || ".data", "node");
  const name = `node-${process.platform}-${process.arch}`;
  const binary = path.join(folder, "node_modules", name, "bin", "node");
  if (!existsSync(binary)) {
    console.log(`Fetching Node ${neededMajor} (this machine has ${process.versions.node}) …`);
    requireWritable(folder);
    const where = ["--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
    npm(["install", ...where, `${name}@${neededMajor}`], `Node ${neededMajor}`);
  }
  return binary;
}

function requireWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    console.error(
      `${folder} cannot be written to (${error.code}), and what is fetched has to go there. Make it writable, or use a copy of this folder that is.`,
    );
    process.exit(1);
  }
}

function npm(npmArguments, what) {
  const { status } = spawnSync("npm", npmArguments, { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  console.error(`Could not install ${what}. Check the network, then run the same command again.`);
  process.exit(1);
}

function run(binary) {
  const file = path.join(root, "scripts", `${script}.ts`);
  const env = {
    ...process.env,
    PATH: `${path.dirname(binary)}${path.delimiter}${process.env.PATH}`,
    ...(script === "web" && { NODE_OPTIONS: process.env.NODE_OPTIONS ?? webMemory }),
  };
  const child = spawn(binary, [file, ...scriptArguments], { cwd: root, env, stdio: "inherit" });
  // Ctrl-C reaches the script from the terminal; a supervisor's signal reaches only this process. The script
  // stops what it started, and this process ends with it.
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.on("SIGINT", () => {});
  // npm gives SIGTERM to the shell between it and this process, and the shell ends without passing it on: a new
  // parent is the signal.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
