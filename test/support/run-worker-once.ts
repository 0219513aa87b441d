// A program: starts a worker beside an order that is about to lapse, lets it end that order, and stops it.
// Run on its own, because nothing but a process that ends shows that nothing was left open.
import { report } from "#kernel/report.ts";
import { readHealth } from "#lib/operations/read-health.ts";
import { waitFor } from "#stack/wait-for.ts";
import { startWorker } from "#worker/start-worker.ts";
import { anOrder } from "./factories.ts";
import { orderRow } from "./read-back.ts";

const worker = await startWorker();
const { orderId } = await anOrder(); // LOCK_SECONDS is small here
await waitFor(
  async () => (await orderRow(orderId)).status === "cancelled",
  "the order to lapse",
  15_000,
);
const { workerSeenSecondsAgo } = await readHealth();
await worker.stop();
report("info", "stopped", { orderId, workerSeenSecondsAgo });
