import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { startChild } from "#stack/child.ts";
import { asOrdinaryUser } from "#stack/embedded-postgres.ts";
import { freePort } from "#stack/free-port.ts";
import { waitFor } from "#stack/wait-for.ts";

export type Pooler = { url: string; stop: () => Promise<void> };

/** The genuine PgBouncer in transaction mode: many clients share `size` connections to the database of `databaseUrl`. */
export async function startPgBouncer(databaseUrl: string, size: number): Promise<Pooler> {
  const program = findProgram();
  const folder = await mkdtemp(path.join(tmpdir(), "rowlock-pgbouncer-"));
  await chmod(folder, 0o755); // it runs as an ordinary user
  const url = new URL(databaseUrl);
  const port = await freePort();
  const users = path.join(folder, "users.txt");
  const settings = path.join(folder, "pgbouncer.ini");
  await writeFile(users, `"${url.username}" "${url.password}"\n`);
  await writeFile(settings, settingsFor(url, { port, size, users }));
  const child = startChild({
    name: "PgBouncer",
    ...asOrdinaryUser(program, [settings]),
    stopSignal: "SIGINT",
  });
  url.port = String(port);
  await waitFor(() => answers(url.href), "PgBouncer to answer", 10_000);
  return {
    url: `${url.href}?prepare=false`,
    stop: async () => {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settingsFor(
  { hostname, port }: URL,
  own: { port: number; size: number; users: string },
): string {
  return `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own.port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${own.users}
pool_mode = transaction
default_pool_size = ${own.size}
max_client_conn = 500
`;
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, prepare: false, fetch_types: false, connect_timeout: 1 });
  try {
    await client`select 1`;
    return true;
  } finally {
    await client.end({ timeout: 1 });
  }
}

const places = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"];

/** Where it is; root on Debian installs it. Throws, saying what to do, when there is none to be had. */
function findProgram(): string {
  const found = places.find((file) => existsSync(file)) ?? installFromDistribution();
  if (found) return found;
  throw new Error(
    "There is no PgBouncer to test with. Install one (Debian: apt-get install pgbouncer), then try again.",
  );
}

function installFromDistribution(): string | undefined {
  if (process.getuid?.() !== 0) return undefined; // an ordinary user cannot
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "-qq", "--no-install-recommends", "pgbouncer"];
  for (const step of [["update", "-qq"], install])
    execFileSync("apt-get", step, { env, stdio: "ignore" });
  return places.find((file) => existsSync(file));
}
