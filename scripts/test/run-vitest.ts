import { readFile } from "node:fs/promises";
import { z } from "zod";
import { runProgram } from "#scripts/steps/run-program.ts";
import { findBrowser } from "./find-browser.ts";
import { namedTestsReport, planVitest } from "./vitest-arguments.ts";

/** Unit and integration tests, all of them or those that `words` choose. Resolves to whether they passed. */
export async function runVitest(words: string[]): Promise<boolean> {
  const plan = planVitest(words);
  if (plan.debuggerPort) console.log(howToAttach(plan.debuggerPort));
  const passed = await runProgram("vitest", plan.arguments, { CHROMIUM_PATH: await findBrowser() });
  if (!passed || !plan.reportsNamedTests || (await someTestRan())) return passed;
  console.error("No test has that name. What follows -t is a regular expression.");
  return false;
}

function howToAttach(port: string): string {
  return `The first test waits for a debugger on port ${port}. To attach one, start "Attach to a waiting test" in
VS Code, or open chrome://inspect in Chrome. Ctrl-C ends the run.`;
}

const report = z.object({ numPassedTests: z.number() });

async function someTestRan(): Promise<boolean> {
  return report.parse(JSON.parse(await readFile(namedTestsReport, "utf8"))).numPassedTests > 0;
}
