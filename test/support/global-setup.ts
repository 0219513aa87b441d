import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { createDatabase } from "#stack/create-database.ts";
import { startPostgres } from "#stack/embedded-postgres.ts";
import { migrate } from "#stack/migrate.ts";
import { dropDatabase } from "./clone-database.ts";
import { installMovableClock } from "./movable-clock.ts";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** No test data has to survive a power cut. */
const fast = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** One Postgres for the whole run, with one migrated database that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await (process.env["TEST_DATABASE_URL"] ? givenServer : ownServer)();
  const template = new URL(server.url);
  template.pathname = `/rowlock_template_${process.pid}`;
  await createDatabase(template.href);
  await migrate(template.href);
  await installMovableClock(template.href);
  project.provide("templateUrl", template.href);
  return async () => {
    await dropDatabase(template.href);
    await server.stop();
  };
}

type Server = { url: string; stop: () => Promise<void> };

async function givenServer(): Promise<Server> {
  return { url: process.env["TEST_DATABASE_URL"] ?? "", stop: async () => {} };
}

async function ownServer(): Promise<Server> {
  const folder = await mkdtemp(path.join(tmpdir(), "rowlock-test-"));
  const { url, stop } = await startPostgres({
    folder: path.join(folder, "postgres"),
    settings: fast,
  });
  return {
    url,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
