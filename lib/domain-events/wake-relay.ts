import postgres from "postgres";
import { untilItIsBack } from "#db/client.ts";
import { environment } from "#kernel/environment.ts";

export const outboxChannel = "rowlock_outbox";

/** A commit that notifies locks the whole database for a moment: at most one NOTIFY in 20 ms, on its own connection. */
const pauseMilliseconds = 20;

/** Kept while anything happens: to connect anew takes longer than to relay. */
const keptSeconds = 60;

let connection: postgres.Sql | undefined;
let scheduled = false;
let notifiedAt = Number.NEGATIVE_INFINITY;

/**
 * Tells the relay that there is something new: at once, or as soon as the pause allows. A lost call costs at most the
 * relay's polling interval.
 */
export function wakeRelay(): void {
  if (scheduled) return;
  const rest = notifiedAt + pauseMilliseconds - performance.now();
  if (rest <= 0) return void notify();
  scheduled = true;
  setTimeout(() => void notify(), rest).unref();
}

export async function closeWakeConnection(): Promise<void> {
  const closing = connection;
  connection = undefined;
  await closing?.end({ timeout: 1 });
}

async function notify(): Promise<void> {
  scheduled = false;
  notifiedAt = performance.now();
  connection ??= postgres(environment().DATABASE_URL, {
    max: 1,
    idle_timeout: keptSeconds,
    connect_timeout: 5,
    backoff: untilItIsBack,
    fetch_types: false, // as in db/client.ts
  });
  // A failure is harmless: the relay polls as well.
  await connection.notify(outboxChannel, "").catch(() => {});
}
