import { globSync } from "node:fs";
import { checkSteps } from "#scripts/check/check-steps.ts";
import { findUnknownPath, pathsAmong } from "#scripts/steps/command-line.ts";
import { runProgram } from "#scripts/steps/run-program.ts";
import { runSteps, type Step } from "#scripts/steps/run-steps.ts";
import { buildWeb } from "#stack/build-web.ts";
import { findBrowser } from "./test/find-browser.ts";
import { runVitest } from "./test/run-vitest.ts";

const [part, ...words] = process.argv.slice(2);

const vitest: Step = { name: "Unit and integration", run: () => runVitest(words) };
/** The same half minute each time, as far as a seed can make it so. */
const slice = ["scripts/faults.ts", "--seed", "7", "--seconds", "30"];
const faultSuite: Step = {
  name: "Fault suite, half a minute",
  run: async () => runProgram(process.execPath, slice),
};
const build: Step = { name: "Build", run: () => buildWeb().then(() => true, complain) };
const shown = words.some((word) => /^--(headed|debug|ui)\b/.test(word));
const endToEnd: Step = {
  name: "End to end, in a browser",
  run: async () =>
    runProgram("playwright", ["test", ...words], { CHROMIUM_PATH: await findBrowser({ shown }) }),
};

const parts: Record<string, { steps: Step[]; files: string }> = {
  unit: { steps: [vitest], files: "**/*.test.ts" },
  e2e: { steps: [build, endToEnd], files: "e2e/**/*.spec.ts" },
};
const all = [...checkSteps([]), vitest, faultSuite, build, endToEnd];

process.exitCode = (await runPart()) ? 0 : 1;

async function runPart(): Promise<boolean> {
  if (part === undefined) return runSteps(all);
  const chosen = parts[part];
  if (!chosen) {
    console.error(
      "npm test runs everything. For some of it: npm run test:unit -- PATH, npm run test:e2e -- PATH",
    );
    return false;
  }
  const files = globSync(chosen.files, { exclude: ["**/node_modules", ".next", ".data"] });
  const unknown = findUnknownPath(pathsAmong(words), files);
  if (unknown === undefined) return runSteps(chosen.steps);
  console.error(`No test file has ${unknown} in its name; looked at ${chosen.files}.`);
  return false;
}

function complain(error: unknown): boolean {
  console.error(error instanceof Error ? error.message : error);
  return false;
}
