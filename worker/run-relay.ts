import type { PgBoss } from "pg-boss";
import postgres from "postgres";
import { isPooled, untilItIsBack } from "#db/client.ts";
import { report } from "#kernel/report.ts";
import { outboxChannel } from "#lib/domain-events/wake-relay.ts";
import { hangBell } from "./bell.ts";
import { relayOutbox } from "./relay-outbox.ts";

/** Notifications can be lost, and a pooler may drop them: the outbox is read at least this often. */
const pollMilliseconds = 250;

type Relay = { boss: PgBoss; databaseUrl: string; onRelayed: () => void };

/** Relays until `signal` aborts: at once when notified, and at every polling interval. */
export async function runRelay(
  { boss, databaseUrl, onRelayed }: Relay,
  signal: AbortSignal,
): Promise<void> {
  const bell = hangBell(pollMilliseconds);
  const listener = isPooled(databaseUrl) ? null : openListener(databaseUrl, bell.ring);
  while (!signal.aborted) {
    bell.answer();
    const relayed = await relayOutbox(boss).catch((error: unknown) => {
      report("error", "relay failed", { error });
      return 0;
    });
    if (relayed > 0) onRelayed();
    else await bell.wait(signal);
  }
  await listener?.end({ timeout: 1 });
}

/** Not through a pooler, where nothing is heard. */
function openListener(databaseUrl: string, ring: () => void): postgres.Sql {
  const listener = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 5,
    backoff: untilItIsBack,
    fetch_types: false,
    onnotice: () => {},
  });
  // Without notifications the relay still polls.
  listener
    .listen(outboxChannel, ring)
    .catch((error: unknown) => report("warning", "relay cannot listen", { error }));
  return listener;
}
