import path from "node:path";
import { requirePlaces } from "#test/mutants/edits/edit.ts";
import { failpointEdits, type Role } from "#test/mutants/failpoints.ts";
import { pauseEdits } from "#test/mutants/pauses.ts";
import type { KillSchedule } from "../failpoints/kill-schedule.ts";
import { readMessage } from "../messages.ts";
import type { Random } from "../random.ts";
import { supervise, type SupervisedProcess } from "./supervise.ts";
import type { TestbedOptions } from "./testbed.ts";

/** How the processes of a run differ from those in production. */
export type Conditions = {
  options: TestbedOptions;
  env: Record<string, string>;
  /** Null when no process is killed at a failpoint. */
  kills: KillSchedule | null;
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

export function startWorkers(conditions: Conditions): SupervisedProcess[] {
  const { folder, workers } = conditions.options;
  return Array.from({ length: workers }, (_, index) =>
    supervise({
      name: `worker ${index + 1}`,
      ...launch("worker/main.ts", "worker", index + 1, conditions),
      isReady: (line) => line.includes('"worker ready"'),
      logFile: path.join(folder, `worker-${index + 1}.log`),
    }),
  );
}

/** The web process, and the people who use it until `until`. */
export function startWorkload(conditions: Conditions, until: number): SupervisedProcess {
  const { seed, folder, buyersAtOnce, sellersAtOnce, onMessage } = conditions.options;
  const { env, ...launched } = launch("test/faults/workload/main.ts", "web", 0, conditions);
  return supervise({
    name: "workload",
    ...launched,
    env: (start) => ({
      ...env(),
      FAULTS_SEED: `${seed}/crowd ${start}`, // "crowd" is part of every seed, so it stays
      FAULTS_UNTIL: String(until),
      FAULTS_BUYERS_AT_ONCE: String(buyersAtOnce),
      FAULTS_SELLERS_AT_ONCE: String(sellersAtOnce),
    }),
    isReady: (line) => readMessage(line)?.type === "ready",
    logFile: path.join(folder, "workload.log"),
    onLine: (line) => {
      const message = readMessage(line);
      if (message) onMessage(message);
    },
  });
}

/** Node's arguments and environment for a program under these conditions. */
function launch(file: string, role: Role, process: number, conditions: Conditions) {
  const { options, env, kills, skewOf } = conditions;
  const edits = [
    ...(options.mutant?.edits ?? []),
    ...(kills ? failpointEdits() : []),
    ...(options.pauses ? pauseEdits() : []),
  ];
  requirePlaces(edits);
  const skew = skewOf(process);
  const first = [
    ...(skew === 0 ? [] : [import.meta.resolve("./skew-clock.ts")]),
    ...(kills ? [import.meta.resolve("../failpoints/kill-at-failpoint.ts")] : []),
    ...(options.pauses ? [import.meta.resolve("../failpoints/pause-at-places.ts")] : []),
    ...(edits.length === 0 ? [] : [import.meta.resolve("#test/mutants/edits/edit-in-node.ts")]),
  ];
  return {
    arguments: [...first.flatMap((url) => ["--import", url]), path.join(root, file)],
    env: () => ({
      ...env,
      FAULTS_EDITS: JSON.stringify(edits),
      FAULTS_CLOCK_SKEW: String(skew),
      FAULTS_KILL: JSON.stringify(kills?.next(role) ?? null),
    }),
    onKilled: (failpoint: string) => kills?.record(role, failpoint),
  };
}
