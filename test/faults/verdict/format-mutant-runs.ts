import type { MutantRun } from "../run-mutants.ts";

/** What found each mutant out. */
export function formatMutantRuns(runs: MutantRun[]): string {
  const lines = runs.flatMap(({ mutant, check, killed, also }) => [
    `\n${killed ? "✓" : "✗"} ${mutant.name}`,
    ...(mutant.edits ?? []).map(({ file, find }) => fact("edited", `${file}: ${oneLine(find)}`)),
    ...(mutant.sql ?? []).map((statement) => fact("run on the database", statement)),
    fact("to be killed by", `${check}${killed ? "" : ", and is not"}`),
    ...also.map((other) => fact("killed by, too", other)),
  ]);
  return lines.join("\n");
}

function fact(name: string, value: string): string {
  return `  ${name.padEnd(20)}${value}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
