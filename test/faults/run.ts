import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import type { Mutant } from "#test/mutants/mutant.ts";
import { calmMilliseconds } from "./calm.ts";
import { checkAcknowledged } from "./checks/check-acknowledged.ts";
import { checkBooks } from "./checks/check-books.ts";
import { checkLimits } from "./checks/check-limits.ts";
import { checkOrphans } from "./checks/check-orphans.ts";
import { checkOwners } from "./checks/check-owners.ts";
import { comeToRest } from "./checks/come-to-rest.ts";
import { watchInvariants } from "./checks/watch-invariants.ts";
import { openStripeFaults } from "./faults/active-stripe-faults.ts";
import { faults } from "./faults/catalogue.ts";
import type { FaultContext } from "./faults/fault-context.ts";
import type { FaultName } from "./faults/fault-names.ts";
import { type History, openHistory } from "./history.ts";
import { seeded } from "./random.ts";
import { openRunReport, type RunReport } from "./run-report.ts";
import { setUpTestbed } from "./testbed/set-up-testbed.ts";
import type { Testbed } from "./testbed/testbed.ts";
import { reachVerdict, type Verdict } from "./verdict/reach-verdict.ts";

export type Run = {
  seed: number;
  loadSeconds: number;
  faults: FaultName[];
  folder: string;
  onStarted: (stop: () => Promise<void>) => void;
  mutant?: Mutant;
};

/** What people have begun when trade ends takes seconds. */
const patienceMilliseconds = 75_000;

/** Lets a workload trade under faults, and says whether anything was lost, sold twice or paid for nothing. */
export async function run(wanted: Run): Promise<Verdict> {
  const report = openRunReport();
  const { history, record } = openHistory(report);
  const folder = emptyFolder(wanted);
  const finished = Promise.withResolvers<void>();
  const testbed = await setUpTestbed({
    seed: wanted.seed,
    folder,
    lockSeconds: 3,
    buyersAtOnce: 90,
    sellersAtOnce: 2,
    mutant: wanted.mutant,
    workers: wanted.faults.includes("two-workers") ? 2 : 1,
    killsAtFailpoints: wanted.faults.includes("kill-at-points"),
    skewsClocks: wanted.faults.includes("skew-clocks"),
    pauses: wanted.faults.includes("cut-transactions"),
    loadMilliseconds: wanted.loadSeconds * 1000,
    onStarted: wanted.onStarted,
    onMessage: (message) => {
      if (message.type === "finished") finished.resolve();
      record(message);
    },
  });
  const stripeFaults = openStripeFaults(testbed.sandbox);
  const context = { ...testbed, stripeFaults, report, alone: limitConcurrency(1) };
  const watching = new AbortController();
  const watched = watchInvariants(context, watching.signal);
  await injectFaults(context, wanted);
  const late = pause(patienceMilliseconds, "late", { ref: false });
  if ((await Promise.race([finished.promise, late])) === "late")
    report.violate("every request gets an answer", "The workload did not finish.");
  // A mutant is there to go wrong: it need not be given long to come right.
  await comeToRest(testbed, report, wanted.mutant ? 20_000 : 180_000);
  await checkOrphans(testbed, report);
  watching.abort();
  await watched;
  await checkInTheEnd(testbed, history, report, wanted);
  const verdict = await reachVerdict(wanted, testbed, report);
  await testbed.stop();
  rmSync(path.join(folder, "postgres"), { recursive: true, force: true });
  return verdict;
}

function emptyFolder({ folder, seed }: Run): string {
  const own = path.join(folder, `seed-${seed}`);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  return own;
}

async function injectFaults(context: FaultContext, { seed, faults: names }: Run): Promise<void> {
  const random = seeded(`${seed}/faults`);
  const ending = new AbortController();
  const injected = names.map((name) => faults[name](context, random.fork(name), ending.signal));
  await pause(Math.max(0, context.until - calmMilliseconds - Date.now()));
  ending.abort();
  await Promise.all(injected);
  context.stripeFaults.clear();
  context.sandbox.clearWebhookRules();
}

async function checkInTheEnd(
  testbed: Testbed,
  history: History,
  report: RunReport,
  { loadSeconds }: Run,
): Promise<void> {
  await checkAcknowledged(testbed.server, history, report);
  await checkOwners(testbed.server, report);
  await checkBooks(testbed.server, testbed.sandbox, report);
  checkCrashes(testbed, report);
  checkFailpoints(testbed, report, loadSeconds);
  checkLimits(report);
}

function checkCrashes({ workload, workers }: Testbed, report: RunReport): void {
  for (const { name, crashes, falseStarts } of [workload, ...workers]) {
    for (const crash of crashes) report.violate("no process crashes", `${name}: ${crash}`);
    report.count("false starts", falseStarts());
  }
}

/** In a run this long, every failpoint is reached. */
const longSeconds = 120;

function checkFailpoints({ kills }: Testbed, report: RunReport, loadSeconds: number): void {
  for (const [failpoint, times] of kills?.killedAt ?? []) {
    report.count(`killed ${failpoint}`, times);
    if (times === 0 && loadSeconds >= longSeconds)
      report.violate("a process is killed at every failpoint", failpoint);
  }
}
