// A program: starts a worker beside an order that is about to lapse, lets it end that order, and stops it.
// It has a process of its own, because only a process that ends by itself shows that everything was closed.
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
