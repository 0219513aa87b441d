import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Figure = {
  name: string;
  /** Per second. */
  value: number;
  besides: number;
  besidesName: string;
  /** Of the two, measured round by round in one run. */
  ratio: number;
  /** The least the ratio may be. */
  limit: number;
};

/** Prints the figures beside their limits and writes them as JSON. Returns whether all are within. */
export function reportFigures(name: string, figures: Figure[], folder: string): boolean {
  console.log(
    `\n${"".padEnd(28)}${"per second".padStart(12)}   beside                        ratio   limit`,
  );
  for (const { name: what, value, besides, besidesName, ratio, limit } of figures) {
    const other = `${besidesName} ${Math.round(besides)}`;
    const verdict = ratio >= limit ? "✓" : "✗ too slow";
    console.log(
      `${what.padEnd(28)}${String(Math.round(value)).padStart(12)}   ${other.padEnd(28)}${ratio.toFixed(2).padStart(7)}  ≥ ${limit} ${verdict}`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `bench-${name}.json`);
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`\nWritten to ${path.relative(process.cwd(), file)}`);
  return figures.every(({ ratio, limit }) => ratio >= limit);
}
