import type { Verdict } from "./reach-verdict.ts";

/** What a run was like, for a person, with the command that repeats it when something was violated. */
export function formatVerdict(verdict: Verdict, replay: string): string {
  const { seed, orders, loadSeconds, ends, counts, longest, violations } = verdict;
  const lines = [
    `\nSeed ${seed}: ${orders} orders in ${loadSeconds} s of trade\n`,
    ...Object.entries({ ...ends, ...counts }).map(([name, count]) => row(name, String(count))),
    ...Object.entries(longest).map(([name, time]) => row(`longest ${name}`, seconds(time))),
    row("violations", String(violations.length)),
    ...violations.map(({ check, detail }) => `\n✗ ${check}\n  ${detail}`),
  ];
  if (violations.length > 0) lines.push(`\nAgain: ${replay}`);
  return lines.join("\n");
}

/** A line per seed. */
export function formatVerdicts(verdicts: Verdict[]): string {
  const lines = [
    "\nseed   orders  completed  takeover  web back  worker back  past deadline  violations",
  ];
  for (const { seed, orders, completed, longest, violations } of verdicts) {
    const cells = [
      String(seed).padStart(4),
      String(orders).padStart(9),
      String(completed).padStart(11),
      seconds(longest["job takeover"]).padStart(10),
      seconds(longest["web recovery"]).padStart(10),
      seconds(longest["worker recovery"]).padStart(13),
      seconds(longest["wait past the deadline"]).padStart(15),
      String(violations.length).padStart(12),
    ];
    lines.push(cells.join(""), ...violations.map(({ check }) => `      ✗ ${check}`));
  }
  return lines.join("\n");
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? "–" : `${(milliseconds / 1000).toFixed(1)} s`;
}

function row(name: string, value: string): string {
  return `${name.padEnd(52)}${value.padStart(10)}`;
}
