import { buildWeb } from "#stack/build-web.ts";
import { checkSteps } from "#stack/check-steps.ts";
import { findBrowser } from "#stack/find-browser.ts";
import { runProgram, runSteps, type Step } from "#stack/run-step.ts";

const vitest: Step = {
  name: "Unit and integration",
  run: async () => runProgram("vitest", ["run"], { CHROMIUM_PATH: await findBrowser() }),
};
/** The same half minute each time, as far as a seed can make it so. */
const slice = ["scripts/faults.ts", "--seed", "7", "--seconds", "30"];
const faultSuite: Step = {
  name: "Fault suite, half a minute",
  run: async () => runProgram(process.execPath, slice),
};
const build: Step = { name: "Build", run: () => buildWeb().then(() => true, complain) };
const endToEnd: Step = {
  name: "End to end, in a browser",
  run: async () => runProgram("playwright", ["test"], { CHROMIUM_PATH: await findBrowser() }),
};

const parts: Record<string, Step[]> = {
  all: [...checkSteps, vitest, faultSuite, build, endToEnd],
  unit: [vitest],
  e2e: [build, endToEnd],
};

process.exitCode = (await runSteps(parts[process.argv[2] ?? "all"] ?? [])) ? 0 : 1;

function complain(error: unknown): boolean {
  console.error(error instanceof Error ? error.message : error);
  return false;
}
