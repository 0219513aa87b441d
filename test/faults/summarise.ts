import type { Run } from "./run.ts";
import type { Stage } from "./stage/set-stage.ts";
import type { Longest, Tally, Violation } from "./tally.ts";

export type Outcome = {
  seed: number;
  loadSeconds: number;
  orders: number;
  completed: number;
  /** By status and reason. */
  ends: Record<string, number>;
  counts: Record<string, number>;
  longest: Partial<Record<Longest, number>>;
  violations: Violation[];
};

export async function summarise(
  { seed, loadSeconds }: Run,
  { server: { sql }, sandbox }: Stage,
  { counts, longest, violations }: Tally,
): Promise<Outcome> {
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
