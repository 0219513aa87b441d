import { hostname } from "node:os";
import { lt } from "drizzle-orm";
import { ago, databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { workerHeartbeats } from "#db/schema/operations.ts";

const workerId = `${hostname()}:${process.pid}`;

/** Records that this worker is alive, and deletes the rows of workers that have been silent for a day. */
export async function recordHeartbeat(): Promise<void> {
  await db()
    .insert(workerHeartbeats)
    .values({ workerId, beatAt: databaseClock })
    .onConflictDoUpdate({ target: workerHeartbeats.workerId, set: { beatAt: databaseClock } });
  await db()
    .delete(workerHeartbeats)
    .where(lt(workerHeartbeats.beatAt, ago("1 day")));
}
