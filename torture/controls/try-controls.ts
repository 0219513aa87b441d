import type { Run } from "../run.ts";
import { run } from "../run.ts";
import { requirePlaces } from "../edits/edit.ts";
import { controls } from "./controls.ts";

export type Tried = { name: string; caughtBy: string; caught: boolean; checks: string[] };

/** A few deadlines and crashes of Postgres each. */
const loadSeconds = 40;

/** Runs with each guard taken out in turn, and says whether the check that is there for it noticed. */
export async function tryControls({
  seed,
  folder,
  onStarted,
}: Omit<Run, "faults" | "loadSeconds">) {
  for (const { name, edits } of controls) requirePlaces(name, edits);
  const tried: Tried[] = [];
  for (const control of controls) {
    const { name, caughtBy, faults } = control;
    const { violations } = await run({ seed, loadSeconds, faults, folder, onStarted, control });
    const checks = [...new Set(violations.map(({ check }) => check))];
    tried.push({ name, caughtBy, caught: checks.includes(caughtBy), checks });
  }
  return tried;
}
