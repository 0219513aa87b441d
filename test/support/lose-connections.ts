// A program: runs transactions that pause between their statements, on DATABASE_URL, while backends that are idle in
// one are being killed. Prints how the transactions ended, and what of them is in the table, as JSON.
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { openDatabase } from "#db/client.ts";

const wantedKills = 60;
const atOnce = 32;
const pauseMilliseconds = 5;
const patienceMilliseconds = 10_000;

const url = process.env["DATABASE_URL"] ?? "";
const { database } = openDatabase(url, 10);
const admin = postgres(url, { max: 1, onnotice: () => {} });
const answers = new Map<number, "committed" | "failed" | "unanswered">();
/** Those whose commit was sent: killed while it is on its way, nobody can know whether it was done. */
const committing = new Set<number>();
let killed = 0;

async function writeTwice(id: number): Promise<void> {
  const work = database.transaction(async (tx) => {
    await tx.execute(sql`insert into paired values (${id}, 1)`);
    await pause(pauseMilliseconds);
    await tx.execute(sql`insert into paired values (${id}, 2)`);
    await pause(pauseMilliseconds);
    committing.add(id);
  });
  const answer = work.then(
    () => "committed" as const,
    () => "failed" as const,
  );
  const late = pause(patienceMilliseconds, "unanswered" as const, { ref: false });
  answers.set(id, await Promise.race([answer, late]));
}

const isOver = () => killed >= wantedKills;

async function killSome(): Promise<void> {
  while (!isOver()) {
    const rows = await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'rowlock'
        and state = 'idle in transaction' limit 2`;
    killed += rows.length;
    await pause(Math.random() * 20);
  }
}

async function keepWriting(lane: number): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) await writeTwice(turn * atOnce + lane);
}

await admin`create table paired (id int, part int)`;
await Promise.all([killSome(), ...Array.from({ length: atOnce }, (_, lane) => keepWriting(lane))]);

const rows = await admin<{ id: number; parts: number }[]>`
  select id, count(*)::int as parts from paired group by id`;
const parts = new Map(rows.map((row) => [row.id, row.parts]));
const count = (holds: (answer: string, parts: number) => boolean) =>
  [...answers].filter(([id, answer]) => holds(answer, parts.get(id) ?? 0)).length;
const result = {
  killed,
  committed: count((answer) => answer === "committed"),
  failed: count((answer) => answer === "failed"),
  partial: count((_, found) => found === 1),
  lost: count((answer, found) => answer === "committed" && found !== 2),
  wronglyFailed: [...answers].filter(
    ([id, answer]) => answer === "failed" && !committing.has(id) && parts.has(id),
  ).length,
  unanswered: count((answer) => answer === "unanswered"),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0); // closing would wait five seconds for the connections that died inside a transaction
