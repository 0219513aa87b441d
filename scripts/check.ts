import { existsSync } from "node:fs";
import { checkSteps, fixSteps } from "./check/check-steps.ts";
import { readCheckArguments } from "./check/check-arguments.ts";
import { runSteps } from "./steps/run-steps.ts";

process.exitCode = (await check()) ? 0 : 1;

async function check(): Promise<boolean> {
  const { fix, paths, unknown } = readCheckArguments(process.argv.slice(2), existsSync);
  if (unknown !== undefined) {
    console.error(
      `There is no ${unknown}. npm run check takes files and folders, or nothing at all.`,
    );
    return false;
  }
  const succeeded = await runSteps(fix ? fixSteps(paths) : checkSteps(paths));
  if (succeeded && !fix && paths.length > 0)
    console.log("Types and dead code need the whole program: npm run check, without a path.");
  return succeeded;
}
