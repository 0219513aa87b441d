import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { isConnectionLost } from "#db/sql-state.ts";
import { observer } from "../testbed/database-server.ts";
import { type Fault, untilAborted } from "./fault.ts";

/** A transaction is left open: vacuum can remove no row it sees, and the app must run on all the same. */
export const idleTransaction: Fault = async ({ server, report }, _random, signal) => {
  while (!signal.aborted) {
    await idleIn(server.url, signal, () => report.count("idle-transaction")).catch(
      async (error: unknown) => {
        if (!isConnectionLost(error)) throw error; // it ends with its server, and is opened again
        await pause(200);
      },
    );
  }
};

async function idleIn(url: string, signal: AbortSignal, opened: () => void): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: observer, idle_in_transaction_session_timeout: 0 },
  });
  const ended = new AbortController();
  try {
    await sql.begin(async (tx) => {
      await tx`select txid_current(), count(*) from orders`;
      opened();
      await untilAborted(AbortSignal.any([signal, ended.signal]));
    });
  } finally {
    await sql.end({ timeout: 1 });
    ended.abort();
  }
}
