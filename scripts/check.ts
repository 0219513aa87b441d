import { checkSteps, fixSteps } from "#stack/check-steps.ts";
import { runSteps } from "#stack/run-step.ts";

process.exitCode = (await runSteps(process.argv.includes("--fix") ? fixSteps : checkSteps)) ? 0 : 1;
