import type { KeptRunning } from "../stage/keep-running.ts";
import { readClaims, timeTakeUp } from "../checks/time-take-up.ts";
import { every, type Fault, standing } from "./fault.ts";

/** kill -9, wherever it is: between Stripe's answer and our commit, between send and mark. */
export const killWorker: Fault = every([2_000, 8_000], async (scene, random) => {
  const worker = random.pick(scene.workers);
  const down = random.between(0, 1_500);
  const claims = await scene.alone(async () => {
    const found = await readClaims(scene);
    scene.tally.count("kill-worker");
    await worker.kill(down);
    return found;
  });
  const diedBefore = scene.deaths?.deathsOf("worker");
  const took = await timeTakeUp(scene, claims);
  const alone = scene.deaths?.deathsOf("worker") === diedBefore;
  scene.tally.noteLongest(alone ? "take-up" : "take-up among deaths", took);
});

/** Looks dead to everybody else, and comes back not knowing it. Jobs are given to others after ten seconds. */
export const freezeWorker: Fault = every([6_000, 14_000], (scene, random) =>
  scene.alone(async () => {
    scene.tally.count("freeze-worker");
    await random.pick(scene.workers).freeze(random.between(1_000, 13_000));
  }),
);

/** The web process in the middle of everybody's checkout. */
export const killCrowd: Fault = every([5_000, 12_000], (scene, random) =>
  scene.alone(() =>
    killOne(scene.crowd, random.between(0, 1_000), () => scene.tally.count("kill-web")),
  ),
);

async function killOne(process: KeptRunning, down: number, struck: () => void): Promise<void> {
  struck();
  await process.kill(down);
}

/** The second worker is there all along: `run.ts` has it started. */
export const twoWorkers: Fault = standing("two-workers");

/** kill -9 between two steps, at the places that breakpoints.ts names. */
export const killAtPoints: Fault = standing("kill-at-points");

/** Each process has a clock of its own, minutes from right; Postgres and Stripe keep theirs. */
export const skewedClocks: Fault = standing("skew-clocks");
