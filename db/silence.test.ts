import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { databaseAnswers } from "#lib/operations/database-answers.ts";
import { readHealth } from "#lib/operations/read-health.ts";
import { createDatabase } from "#stack/create-database.ts";
import { type EmbeddedPostgres, startPostgres } from "#stack/embedded-postgres.ts";
import { migrate } from "#stack/migrate.ts";
import { waitFor } from "#stack/wait-for.ts";
import { openJobQueue } from "#worker/open-job-queue.ts";
import { aUser } from "#test/support/factories.ts";
import { closeDatabase, db } from "./client.ts";
import { users } from "./schema/auth.ts";
import { sqlState } from "./sql-state.ts";
import { inTransaction } from "./transaction.ts";

/** A person is told within five seconds; this is what a busy machine may add. */
const told = 6_500;

let server: EmbeddedPostgres;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rowlock-silence-"));
  server = await startPostgres({
    folder: path.join(folder, "postgres"),
    settings: { fsync: "off" },
  });
  process.env["DATABASE_URL"] = server.url;
  await createDatabase(server.url);
  await migrate(server.url);
}, 60_000);
afterAll(async () => {
  await closeDatabase();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => waitFor(answers, "Postgres to answer again", 10_000));

async function answers(): Promise<boolean> {
  return (await db().execute(sql`select 1`)).length === 1;
}

/** Postgres and its backends, which only these tests use, stand still meanwhile. */
async function whileStopped(which: "backends" | "all", act: () => Promise<void>): Promise<void> {
  const backends = execFileSync("pgrep", ["-P", String(server.pid)])
    .toString()
    .trim()
    .split("\n");
  const stopped = [...(which === "all" ? [server.pid] : []), ...backends.map(Number)];
  for (const pid of stopped) process.kill(pid, "SIGSTOP");
  try {
    await act();
  } finally {
    for (const pid of stopped) process.kill(pid, "SIGCONT");
  }
}

async function failureOf(work: () => Promise<unknown>) {
  const started = performance.now();
  const error: unknown = await work().then(
    () => null,
    (caught: unknown) => caught,
  );
  return { code: sqlState(error), milliseconds: performance.now() - started };
}

const outOfTime = /^(DATABASE_SILENT|DATABASE_BUSY|CONNECT_TIMEOUT)$/;

test.each(["backends", "all"] as const)(
  "with %s of Postgres stopped, many times more statements than connections all fail in time",
  async (which) => {
    await Promise.all(Array.from({ length: 16 }, answers)); // connections there are
    await whileStopped(which, async () => {
      const failures = await Promise.all(Array.from({ length: 60 }, () => failureOf(answers)));
      for (const { code, milliseconds } of failures) {
        expect(code).toMatch(outOfTime);
        expect(milliseconds).toBeLessThan(told);
      }
    });
    await waitFor(answers, "Postgres to answer again", 5_000);
  },
);

test("a transaction is tried once, fails in time wherever it is, and nothing of it stays", async () => {
  const id = await aUser({ name: "Before" });
  for (const at of ["begin", "statement", "savepoint"] as const) {
    let attempts = 0;
    const rename = () =>
      inTransaction(async (tx) => {
        attempts += 1;
        await tx.update(users).set({ name: "After" });
        if (at === "savepoint") await tx.transaction((inner) => inner.execute(sql`select 1`));
        await stopHere?.();
        await tx.execute(sql`select 1`);
      });
    let stopHere: (() => Promise<void>) | undefined;
    if (at === "begin") {
      await whileStopped("all", async () => {
        expect((await failureOf(rename)).milliseconds).toBeLessThan(told);
        expect(attempts).toBe(0);
      });
    } else {
      const reached = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      stopHere = () => {
        reached.resolve();
        return goOn.promise;
      };
      const failing = failureOf(rename);
      await reached.promise;
      await whileStopped("all", async () => {
        goOn.resolve();
        expect((await failing).code).toBe("DATABASE_SILENT");
      });
      expect(attempts).toBe(1);
    }
    await waitFor(answers, "Postgres to answer again", 5_000);
    const [row] = await db().select({ id: users.id, name: users.name }).from(users);
    expect(row).toEqual({ id, name: "Before" });
  }
}, 60_000);

test("what asks whether the database answers knows within two seconds", async () => {
  expect(await databaseAnswers()).toBe(true);
  await whileStopped("all", async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // as long as an answer holds
    const started = performance.now();
    expect(await databaseAnswers()).toBe(false);
    await expect(readHealth()).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(4_000);
  });
  await waitFor(databaseAnswers, "the answer yes", 5_000);
});

test("the job queue, which has a driver of its own, gives up as well", async () => {
  const boss = openJobQueue(server.url, { deadline: 1_000 });
  await boss.start();
  await boss.getQueues();
  await whileStopped("backends", async () => {
    await expect(boss.getQueues()).rejects.toThrow(/timeout/);
  });
  await boss.stop({ graceful: false });
});
