import path from "node:path";
import { readOptions } from "#torture/options.ts";
import { reportOutcome, reportOutcomes } from "#torture/report-outcome.ts";
import { run } from "#torture/run.ts";
import type { Outcome } from "#torture/summarise.ts";

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
  const { seeds, loadSeconds, faults } = readOptions(process.argv.slice(2), Math.random);
  const outcomes: Outcome[] = [];
  for (const seed of seeds) {
    const again = `npm run torture -- --seed ${seed} --seconds ${loadSeconds} --faults ${faults.join(",")}`;
    console.log(again);
    stops.length = 0;
    const outcome = await run({
      ...{ seed, loadSeconds, faults, folder },
      onStarted: (stop) => stops.push(stop),
    });
    reportOutcome(outcome, again);
    outcomes.push(outcome);
  }
  if (outcomes.length > 1) reportOutcomes(outcomes);
  return outcomes.every(({ violations }) => violations.length === 0) ? 0 : 1;
}

async function stopEverything(): Promise<void> {
  for (const stop of stops.toReversed()) await stop().catch(() => {});
}
