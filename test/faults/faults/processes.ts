import { readClaims, timeTakeover } from "../checks/time-takeover.ts";
import { every, type Fault, standing } from "./fault.ts";

/** kill -9, wherever it is: between Stripe's answer and our commit, between send and mark. */
export const killWorker: Fault = every([2_000, 8_000], async (context, random) => {
  const { workers, kills, report, alone } = context;
  const worker = random.pick(workers);
  const down = random.between(0, 1_500);
  const claims = await alone(async () => {
    const found = await readClaims(context);
    report.count("kill-worker");
    await worker.kill(down);
    return found;
  });
  const killsBefore = kills?.killsOf("worker");
  const took = await timeTakeover(context, claims);
  const undisturbed = kills?.killsOf("worker") === killsBefore;
  report.time(undisturbed ? "job takeover" : "job takeover amid kills", took);
});

/** Looks dead to every other process, and comes back not knowing it. Its jobs are given to others after ten seconds. */
export const freezeWorker: Fault = every([6_000, 14_000], ({ workers, report, alone }, random) =>
  alone(async () => {
    report.count("freeze-worker");
    await random.pick(workers).freeze(random.between(1_000, 13_000));
  }),
);

/** The web process, in the middle of checkouts. */
export const killWeb: Fault = every([5_000, 12_000], ({ workload, report, alone }, random) =>
  alone(async () => {
    const down = random.between(0, 1_000);
    report.count("kill-web");
    await workload.kill(down);
  }),
);

/** The second worker is there all along: run.ts has it started. */
export const twoWorkers: Fault = standing("two-workers");

/** kill -9 between two steps, at the places named in test/mutants/failpoints.ts. */
export const killAtPoints: Fault = standing("kill-at-points");

/** Each process has a clock of its own, minutes from right; Postgres and Stripe keep theirs. */
export const skewedClocks: Fault = standing("skew-clocks");
