import type { Tried } from "./controls/try-controls.ts";
import type { Outcome } from "./summarise.ts";

/** What a run was like, for a person. */
export function reportOutcome(outcome: Outcome, replay: string): void {
  const { seed, orders, ends, counts, longest, violations } = outcome;
  console.log(`\nSeed ${seed}: ${orders} orders in ${outcome.loadSeconds} s of trade\n`);
  for (const [name, count] of Object.entries({ ...ends, ...counts })) row(name, String(count));
  for (const [name, milliseconds] of Object.entries(longest))
    row(`longest ${name}`, `${(milliseconds / 1000).toFixed(1)} s`);
  row("violations", String(violations.length));
  if (violations.length === 0) return;
  for (const { check, detail } of violations) console.log(`\n✗ ${check}\n  ${detail}`);
  console.log(`\nAgain: ${replay}`);
}

/** A line per seed. */
export function reportOutcomes(outcomes: Outcome[]): void {
  console.log(
    "\nseed   orders  completed  take-up  web back  worker back  past deadline  violations",
  );
  for (const { seed, orders, completed, longest, violations } of outcomes) {
    const cells = [
      String(seed).padStart(4),
      String(orders).padStart(9),
      String(completed).padStart(11),
      seconds(longest["take-up"]).padStart(9),
      seconds(longest["recovery of web"]).padStart(10),
      seconds(longest["recovery of worker"]).padStart(13),
      seconds(longest["past-deadline"]).padStart(15),
      String(violations.length).padStart(12),
    ];
    console.log(cells.join(""));
    for (const { check } of violations) console.log(`      ✗ ${check}`);
  }
}

/** What was noticed with each guard taken out. */
export function reportControls(tried: Tried[]): void {
  for (const { control, caught, also } of tried) {
    console.log(`\n${caught ? "✓" : "✗"} ${control.name}`);
    for (const { file, find } of control.edits) fact("taken out", `${file}: ${oneLine(find)}`);
    for (const statement of control.sql) fact("told the database", statement);
    fact("must notice", `${control.caughtBy}${caught ? "" : ", and does not"}`);
    for (const check of also) fact("noticed too", check);
  }
}

function fact(name: string, value: string): void {
  console.log(`  ${name.padEnd(20)}${value}`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? "–" : `${(milliseconds / 1000).toFixed(1)} s`;
}

function row(name: string, value: string): void {
  console.log(`${name.padEnd(52)}${value.padStart(10)}`);
}
