import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { searchPath } from "./movable-clock.ts";

/** Creates a database, a copy of the one `templateUrl` names. Resolves to its address. */
export async function cloneDatabase(templateUrl: string): Promise<string> {
  const template = new URL(templateUrl).pathname.slice(1);
  const copy = new URL(templateUrl);
  copy.pathname = `/rowlock_test_${randomUUID().replaceAll("-", "")}`;
  const name = copy.pathname.slice(1);
  await onServer(templateUrl, async (server) => {
    await server`create database ${server(name)} template ${server(template)}`;
    await server.unsafe(`alter database ${name} set search_path = ${searchPath}`);
  });
  return copy.href;
}

/** Drops a database, cutting the connections to it. */
export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(url, (server) => server`drop database if exists ${server(name)} with (force)`);
}

async function onServer(
  url: string,
  act: (server: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  const address = new URL(url);
  address.pathname = "/postgres";
  const server = postgres(address.href, { max: 1, onnotice: () => {} });
  try {
    await act(server);
  } finally {
    await server.end({ timeout: 5 });
  }
}
