import type { Answer } from "./conformance/ask-stripe.ts";
import { compareAnswers } from "./conformance/compare.ts";
import { flows } from "./conformance/flows.ts";
import { formatAnswers, formatDifferences } from "./conformance/format-report.ts";
import { readKey } from "./conformance/read-key.ts";
import { recordFlows } from "./conformance/record-flows.ts";
import { startSandboxProgram } from "./conformance/start-sandbox-program.ts";

const stripeUrl = "https://api.stripe.com";

try {
  const key = readKey(process.env);
  const ours = await askSandbox();
  if (key === null) {
    console.log(
      `There is no STRIPE_CONFORMANCE_KEY, so Stripe was not asked and nothing was compared.\nSet it to a test key (sk_test_…) and these ${ours.length} answers of the sandbox are compared with Stripe's, field by field:\n\n${formatAnswers(ours)}`,
    );
  } else {
    console.log(`Asking Stripe with a test key; it keeps the test payments this makes.`);
    const theirs = await recordFlows({ url: stripeUrl, key }, flows, (name) =>
      console.log(`  ${name} …`),
    );
    const differences = compareAnswers(ours, theirs);
    if (differences.length > 0) console.log(`\n${formatDifferences(differences)}`);
    const steps = new Set(differences.map(({ step }) => step)).size;
    console.log(
      `\n${differences.length} fields differ, in ${steps} of ${ours.length} answers. What is meant to differ: packages/stripe-sandbox/docs/differences.md`,
    );
    process.exitCode = differences.length > 0 ? 1 : 0;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function askSandbox(): Promise<Answer[]> {
  const sandbox = await startSandboxProgram();
  try {
    return await recordFlows({ url: sandbox.url, key: "sk_test_conformance" }, flows);
  } finally {
    await sandbox.stop();
  }
}
