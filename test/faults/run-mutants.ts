import { requirePlaces } from "#test/mutants/edits/edit.ts";
import type { Mutant } from "#test/mutants/mutant.ts";
import { type Run, run } from "./run.ts";

/** Whether a mutant was killed by the check that must kill it, and which other checks did. */
export type MutantRun = { mutant: Mutant; check: string; killed: boolean; also: string[] };

/** A few deadlines and crashes of Postgres each. */
const loadSeconds = 40;

/** Runs each mutant in turn under the faults in which its check must kill it. */
export async function runMutants(
  mutants: Mutant[],
  { seed, folder, onStarted }: Pick<Run, "seed" | "folder" | "onStarted">,
): Promise<MutantRun[]> {
  for (const { edits = [] } of mutants) requirePlaces(edits);
  const runs: MutantRun[] = [];
  for (const mutant of mutants) {
    const { faultSuite } = mutant.killedBy;
    if (!faultSuite) throw new Error(`The fault suite has no check for "${mutant.name}".`);
    const { check, faults } = faultSuite;
    const { violations } = await run({ seed, loadSeconds, faults, folder, onStarted, mutant });
    const checks = new Set(violations.map((violation) => violation.check));
    const also = [...checks].filter((other) => other !== check);
    runs.push({ mutant, check, killed: checks.has(check), also });
  }
  return runs;
}
