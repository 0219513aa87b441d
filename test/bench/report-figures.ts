import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Figure = {
  name: string;
  /** Per second, unless said otherwise. */
  unit?: "ms" | "s" | "MB" | "kB";
  value: number;
  besides: number;
  besidesName: string;
  /** Of the two, measured side by side in one run. */
  ratio: number;
  /** The least the ratio may be. */
  limit: number;
};

/** Prints the figures beside their limits and writes them as JSON. Returns whether all are within. */
export function reportFigures(name: string, figures: Figure[], folder: string): boolean {
  console.log(
    `\n${"".padEnd(32)}${"per second".padStart(12)}   beside                        ratio   limit`,
  );
  for (const { name: what, unit, value, besides, besidesName, ratio, limit } of figures) {
    const other = `${besidesName} ${inUnit(besides, unit)}`;
    const verdict = ratio >= limit ? "✓" : "✗ too slow";
    console.log(
      `${what.padEnd(32)}${inUnit(value, unit).padStart(12)}   ${other.padEnd(32)}${ratio.toFixed(2).padStart(7)}  ≥ ${limit} ${verdict}`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `bench-${name}.json`);
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`\nWritten to ${path.relative(process.cwd(), file)}`);
  return figures.every(({ ratio, limit }) => ratio >= limit);
}

function inUnit(value: number, unit: Figure["unit"]): string {
  return unit ? `${value.toFixed(1)} ${unit}` : String(Math.round(value));
}
