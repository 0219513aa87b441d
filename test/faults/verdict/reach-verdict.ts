import type { RunReport, Timing, Violation } from "../run-report.ts";
import type { Testbed } from "../testbed/testbed.ts";

/** How a run ended: it passed when there are no violations. */
export type Verdict = {
  seed: number;
  loadSeconds: number;
  orders: number;
  completed: number;
  /** Orders by status and reason. */
  ends: Record<string, number>;
  counts: Record<string, number>;
  longest: Partial<Record<Timing, number>>;
  violations: Violation[];
};

export async function reachVerdict(
  { seed, loadSeconds }: { seed: number; loadSeconds: number },
  { server: { sql }, sandbox }: Testbed,
  { counts, longest, violations }: RunReport,
): Promise<Verdict> {
  const rows = await sql<{ status: string; reason: string | null; count: number }[]>`
    select status, cancel_reason as reason, count(*)::int from orders group by 1, 2 order by 1, 2`;
  const ends = Object.fromEntries(
    rows.map(({ status, reason, count }) => [reason ? `${status} (${reason})` : status, count]),
  );
  const history = sandbox.history();
  const faulty = history.filter((entry) => entry.kind === "api-call" && entry.fault !== null);
  const unanswered = history.filter(
    (entry) => entry.kind === "api-call" && entry.status === "no-answer",
  );
  const declines = history.filter(
    (entry) => entry.kind === "effect" && entry.effect === "declined",
  );
  return {
    seed,
    loadSeconds,
    orders: rows.reduce((sum, { count }) => sum + count, 0),
    completed: ends["completed"] ?? 0,
    ends,
    counts: {
      ...Object.fromEntries([...counts].toSorted(([one], [other]) => one.localeCompare(other))),
      "calls to Stripe": history.filter((entry) => entry.kind === "api-call").length,
      "calls that went wrong": faulty.length,
      "calls never answered": unanswered.length,
      declines: declines.length,
    },
    longest: Object.fromEntries(longest),
    violations,
  };
}
