import { runProgram } from "#scripts/steps/run-program.ts";
import type { Step } from "#scripts/steps/run-steps.ts";

/** What can be known about the code without running it: of these files and folders, or of everything. */
export function checkSteps(paths: string[]): Step[] {
  const ofEachFile: Step[] = [
    { name: "Format", run: () => runProgram("oxfmt", ["--check", ...paths]) },
    {
      name: "Lint, with the import rules",
      run: () => runProgram("oxlint", ["--type-aware", "--deny-warnings", ...paths]),
    },
  ];
  const ofTheWhole: Step[] = [
    {
      name: "Types",
      run: async () =>
        (await runProgram("next", ["typegen"])) && runProgram("tsc", ["--noEmit", "-p", "."]),
    },
    { name: "Dead code", run: () => runProgram("knip", []) },
  ];
  return paths.length === 0 ? [...ofEachFile, ...ofTheWhole] : ofEachFile;
}

/** What of it can be mended by itself. */
export function fixSteps(paths: string[]): Step[] {
  return [
    { name: "Lint", run: () => runProgram("oxlint", ["--type-aware", "--fix", ...paths]) },
    { name: "Format", run: () => runProgram("oxfmt", paths) },
  ];
}
