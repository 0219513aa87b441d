import path from "node:path";
import { faultNames } from "#test/faults/faults/fault-names.ts";
import { type Options, readOptions } from "#test/faults/options.ts";
import { runMutants } from "#test/faults/run-mutants.ts";
import { run } from "#test/faults/run.ts";
import { formatMutantRuns } from "#test/faults/verdict/format-mutant-runs.ts";
import { formatVerdict, formatVerdicts } from "#test/faults/verdict/format-verdict.ts";
import type { Verdict } from "#test/faults/verdict/reach-verdict.ts";

const stops: (() => Promise<void>)[] = [];
const onStarted = (stop: () => Promise<void>) => void stops.push(stop);
const folder = path.resolve(process.env.ROWLOCK_DATA || ".data", "faults");

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => void stopEverything().then(() => process.exit(130)));
try {
  const options = readOptions(process.argv.slice(2), Math.random);
  const passed = options.mutants.length > 0 ? await killMutants(options) : await passSeeds(options);
  process.exitCode = passed ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stopEverything();
  process.exitCode = 1;
}

async function killMutants({ mutants, seeds }: Options): Promise<boolean> {
  const runs = await runMutants(mutants, { seed: seeds[0] ?? 1, folder, onStarted });
  console.log(formatMutantRuns(runs));
  return runs.every(({ killed }) => killed);
}

async function passSeeds({ seeds, loadSeconds, faults }: Options): Promise<boolean> {
  const verdicts: Verdict[] = [];
  for (const seed of seeds) {
    const some = faults.length < faultNames.length ? ` --faults ${faults.join(",")}` : "";
    const replay = `npm run faults -- --seed ${seed} --seconds ${loadSeconds}${some}`;
    console.log(replay);
    stops.length = 0;
    const verdict = await run({ seed, loadSeconds, faults, folder, onStarted });
    console.log(formatVerdict(verdict, replay));
    verdicts.push(verdict);
  }
  if (verdicts.length > 1) console.log(formatVerdicts(verdicts));
  return verdicts.every(({ violations }) => violations.length === 0);
}

async function stopEverything(): Promise<void> {
  for (const stop of stops.toReversed()) await stop().catch(() => {});
}
