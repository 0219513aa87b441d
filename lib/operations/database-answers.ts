import { sql } from "drizzle-orm";
import { askingDb } from "#db/client.ts";
import { isDatabaseAway, isOutOfTime } from "#db/sql-state.ts";

/** An answer this young still holds: however many ask, the database is asked once in a second. */
const freshMilliseconds = 1_000;

let answeredAt = Number.NEGATIVE_INFINITY;
let asking: Promise<boolean> | undefined;

/** Whether the database answers. Known within a second or two, also when it is stopped or out of reach. */
export async function databaseAnswers(): Promise<boolean> {
  if (performance.now() - answeredAt < freshMilliseconds) return true;
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}

/** A connection may have died unnoticed since it was last used: only a second failure says that the database is away. */
async function ask(): Promise<boolean> {
  const first = await askOnce();
  return first === "lost" ? (await askOnce()) === "answered" : first === "answered";
}

async function askOnce(): Promise<"answered" | "lost" | "silent"> {
  try {
    await askingDb().execute(sql`select 1`);
  } catch (error) {
    if (isOutOfTime(error)) return "silent";
    if (isDatabaseAway(error)) return "lost";
    // It answered, and not what was expected: the page will say so itself.
  }
  answeredAt = performance.now();
  return "answered";
}
