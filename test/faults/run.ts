import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { checkAcknowledged, checkOwners } from "./checks/acknowledged.ts";
import { checkBooks } from "./checks/books.ts";
import { comeToRest } from "./checks/come-to-rest.ts";
import { checkOrphans } from "./checks/orphans.ts";
import { watch } from "./checks/watch.ts";
import type { Control } from "./controls/control.ts";
import { type FaultName, faults } from "./faults/catalogue.ts";
import { calmMilliseconds, type Scene } from "./faults/fault.ts";
import { stripeWeather } from "./faults/stripe-weather.ts";
import { openHistory } from "./history.ts";
import { limits } from "./limits.ts";
import { seeded } from "./random.ts";
import { type Outcome, summarise } from "./summarise.ts";
import { openTally, type Tally } from "./tally.ts";
import { setStage, type Stage } from "./stage/set-stage.ts";

export type Run = {
  seed: number;
  loadSeconds: number;
  faults: FaultName[];
  folder: string;
  onStarted: (stop: () => Promise<void>) => void;
  control?: Control;
};

/** What anybody has begun when trade ends takes seconds. */
const patienceMilliseconds = 75_000;

/** Lets a crowd trade while things go wrong, and says whether anything was lost, sold twice or paid for nothing. */
export async function run(wanted: Run): Promise<Outcome> {
  const tally = openTally();
  const { history, note } = openHistory(tally);
  const folder = path.join(wanted.folder, `seed-${wanted.seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const over = Promise.withResolvers<void>();
  const stage = await setStage({
    ...{ seed: wanted.seed, folder, lockSeconds: 3, buyersAtOnce: 90, sellersAtOnce: 2 },
    control: wanted.control,
    workers: wanted.faults.includes("two-workers") ? 2 : 1,
    diesAtBreakpoints: wanted.faults.includes("kill-at-points"),
    skewsClocks: wanted.faults.includes("skew-clocks"),
    loadMilliseconds: wanted.loadSeconds * 1000,
    onStarted: wanted.onStarted,
    onTold: (told) => {
      if (told.what === "over") over.resolve();
      note(told);
    },
  });
  const weather = stripeWeather(stage.sandbox);
  const scene = { ...stage, weather, tally, alone: limitConcurrency(1) };
  const watching = new AbortController();
  const watched = watch(scene, watching.signal);
  await letThingsGoWrong(scene, wanted);
  const late = pause(patienceMilliseconds, "late", { ref: false });
  if ((await Promise.race([over.promise, late])) === "late")
    tally.violate("everybody gets an answer", "The crowd did not come to an end.");
  // A control is there to go wrong: nobody need wait long for it to come right.
  await comeToRest(stage, tally, wanted.control ? 20_000 : 180_000);
  await checkOrphans(stage, tally);
  watching.abort();
  await watched;
  await checkAcknowledged(stage.server, history, tally);
  await checkOwners(stage.server, tally);
  await checkBooks(stage.server, stage.sandbox, tally);
  noteCrashes(stage, tally);
  noteDeaths(stage, tally, wanted.loadSeconds);
  limits(tally);
  const outcome = await summarise(wanted, stage, tally);
  await stage.stop();
  rmSync(path.join(folder, "postgres"), { recursive: true, force: true });
  return outcome;
}

async function letThingsGoWrong(scene: Scene, { seed, faults: names }: Run) {
  const random = seeded(`${seed}/faults`);
  const ending = new AbortController();
  const striking = names.map((name) => faults[name](scene, random.fork(name), ending.signal));
  await pause(Math.max(0, scene.until - calmMilliseconds - Date.now()));
  ending.abort();
  await Promise.all(striking);
  scene.weather.clear();
  scene.sandbox.clearWebhookRules();
}

function noteCrashes({ crowd, workers }: Stage, tally: Tally): void {
  for (const { name, crashes, falseStarts } of [crowd, ...workers]) {
    for (const crash of crashes)
      tally.violate("no process of ours ends by itself", `${name}: ${crash}`);
    tally.count("false starts", falseStarts());
  }
}

/** In a run this long, whoever goes about their work comes past every breakpoint. */
const longSeconds = 120;

function noteDeaths({ deaths }: Stage, tally: Tally, loadSeconds: number): void {
  for (const [breakpoint, times] of deaths?.died ?? []) {
    tally.count(`killed ${breakpoint}`, times);
    if (times === 0 && loadSeconds >= longSeconds)
      tally.violate("somebody dies at every breakpoint", breakpoint);
  }
}
