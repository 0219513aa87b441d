import { requirePlaces } from "../edits/edit.ts";
import type { Run } from "../run.ts";
import { run } from "../run.ts";
import type { Control } from "./control.ts";
import { controls } from "./controls.ts";

/** What noticed that a guard was missing: the check that must, and which others. */
export type Tried = { control: Control; caught: boolean; also: string[] };

/** A few deadlines and crashes of Postgres each. */
const loadSeconds = 40;

/** Runs with each guard taken out in turn, and says whether the check that is there for it noticed. */
export async function tryControls({
  seed,
  folder,
  onStarted,
}: Omit<Run, "faults" | "loadSeconds">): Promise<Tried[]> {
  for (const { name, edits } of controls) requirePlaces(name, edits);
  const tried: Tried[] = [];
  for (const control of controls) {
    const { caughtBy, faults } = control;
    const { violations } = await run({ seed, loadSeconds, faults, folder, onStarted, control });
    const checks = new Set(violations.map(({ check }) => check));
    const also = [...checks].filter((check) => check !== caughtBy);
    tried.push({ control, caught: checks.has(caughtBy), also });
  }
  return tried;
}
