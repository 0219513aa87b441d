import path from "node:path";
import { breakpointEdits, type Role } from "../breakpoints/breakpoints.ts";
import type { DeathPlan } from "../breakpoints/plan-deaths.ts";
import { requirePlaces } from "../edits/edit.ts";
import type { Random } from "../random.ts";
import { readTold } from "../told.ts";
import { type KeptRunning, keepRunning } from "./keep-running.ts";
import type { Setting } from "./set-stage.ts";

/** How the processes of a run differ from those in production. */
export type Conditions = {
  setting: Setting;
  env: Record<string, string>;
  /** Null when nobody dies at a breakpoint. */
  deaths: DeathPlan | null;
  /** How wrong each process's clock is, in milliseconds. */
  skewOf: (process: number) => number;
};

const root = path.resolve(import.meta.dirname, "../../..");

/** Some ahead, some behind, never less than six seconds apart, and within what Stripe's signatures allow. */
export function skewClocks(random: Random): Conditions["skewOf"] {
  const first = random.pick([-1, 1]);
  return (process) =>
    Math.round(first * (-1) ** process * random.fork(`${process}`).between(3_000, 240_000));
}

export function startWorkers(conditions: Conditions): KeptRunning[] {
  const { folder, workers } = conditions.setting;
  return Array.from({ length: workers }, (_, index) =>
    keepRunning({
      name: `worker ${index + 1}`,
      ...launch("worker/main.ts", "worker", index + 1, conditions),
      isReady: (line) => line.includes('"worker ready"'),
      logFile: path.join(folder, `worker-${index + 1}.log`),
    }),
  );
}

/** The web process, and everybody who uses it until `until`. */
export function startCrowd(conditions: Conditions, until: number): KeptRunning {
  const { seed, folder, buyersAtOnce, sellersAtOnce, onTold } = conditions.setting;
  const { env, ...launched } = launch("test/faults/crowd/main.ts", "web", 0, conditions);
  return keepRunning({
    name: "crowd",
    ...launched,
    env: (start) => ({
      ...env(),
      TORTURE_SEED: `${seed}/crowd ${start}`,
      TORTURE_UNTIL: String(until),
      TORTURE_BUYERS_AT_ONCE: String(buyersAtOnce),
      TORTURE_SELLERS_AT_ONCE: String(sellersAtOnce),
    }),
    isReady: (line) => readTold(line)?.what === "open",
    logFile: path.join(folder, "crowd.log"),
    onLine: (line) => {
      const told = readTold(line);
      if (told) onTold(told);
    },
  });
}

/** Node's arguments and environment for a program of ours under these conditions. */
function launch(file: string, role: Role, process: number, conditions: Conditions) {
  const { setting, env, deaths, skewOf } = conditions;
  const edits = [...(setting.control?.edits ?? []), ...(deaths ? breakpointEdits() : [])];
  requirePlaces(setting.control?.name ?? "a breakpoint", edits);
  const skew = skewOf(process);
  const first = [
    ...(skew === 0 ? [] : [import.meta.resolve("./skew-clock.ts")]),
    ...(deaths ? [import.meta.resolve("../breakpoints/die-on-passing.ts")] : []),
    ...(edits.length === 0 ? [] : [import.meta.resolve("../edits/edit-while-loading.ts")]),
  ];
  return {
    arguments: [...first.flatMap((url) => ["--import", url]), path.join(root, file)],
    env: () => ({
      ...env,
      TORTURE_EDITS: JSON.stringify(edits),
      TORTURE_CLOCK_SKEW: String(skew),
      TORTURE_DEATH: JSON.stringify(deaths?.next(role) ?? null),
    }),
    onDeath: (breakpoint: string) => deaths?.note(role, breakpoint),
  };
}
