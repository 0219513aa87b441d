import path from "node:path";
import { faultNames } from "#test/faults/faults/catalogue.ts";
import { readOptions } from "#test/faults/options.ts";
import { tryControls } from "#test/faults/controls/try-controls.ts";
import { reportControls, reportOutcome, reportOutcomes } from "#test/faults/report-outcome.ts";
import { run } from "#test/faults/run.ts";
import type { Outcome } from "#test/faults/summarise.ts";

const stops: (() => Promise<void>)[] = [];
const folder = path.resolve(process.env.ROWLOCK_DATA || ".data", "torture");

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => void stopEverything().then(() => process.exit(130)));
try {
  process.exitCode = await tortureAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stopEverything();
  process.exitCode = 1;
}

async function tortureAll(): Promise<number> {
  const { seeds, loadSeconds, faults, controls } = readOptions(process.argv.slice(2), Math.random);
  const onStarted = (stop: () => Promise<void>) => void stops.push(stop);
  if (controls) {
    const tried = await tryControls({ seed: seeds[0] ?? 1, folder, onStarted });
    reportControls(tried);
    return tried.every(({ caught }) => caught) ? 0 : 1;
  }
  const outcomes: Outcome[] = [];
  for (const seed of seeds) {
    const some = faults.length < faultNames.length ? ` --faults ${faults.join(",")}` : "";
    const again = `npm run faults -- --seed ${seed} --seconds ${loadSeconds}${some}`;
    console.log(again);
    stops.length = 0;
    const outcome = await run({ seed, loadSeconds, faults, folder, onStarted });
    reportOutcome(outcome, again);
    outcomes.push(outcome);
  }
  if (outcomes.length > 1) reportOutcomes(outcomes);
  return outcomes.every(({ violations }) => violations.length === 0) ? 0 : 1;
}

async function stopEverything(): Promise<void> {
  for (const stop of stops.toReversed()) await stop().catch(() => {});
}
