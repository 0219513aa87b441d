import { runProgram, type Step } from "./run-step.ts";

/** What can be known about the code without running it. */
export const checkSteps: Step[] = [
  { name: "Format", run: () => runProgram("oxfmt", ["--check"]) },
  {
    name: "Lint, with the import rules",
    run: () => runProgram("oxlint", ["--type-aware", "--deny-warnings"]),
  },
  {
    name: "Types",
    run: async () =>
      (await runProgram("next", ["typegen"])) && runProgram("tsc", ["--noEmit", "-p", "."]),
  },
  { name: "Dead code", run: () => runProgram("knip", []) },
];

/** What of it can be mended by itself. */
export const fixSteps: Step[] = [
  { name: "Lint", run: () => runProgram("oxlint", ["--type-aware", "--fix"]) },
  { name: "Format", run: () => runProgram("oxfmt", []) },
];
