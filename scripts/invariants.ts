import { checkInvariants, invariants } from "#db/invariants/check-invariants.ts";
import { environment } from "#kernel/environment.ts";
import { startSentence } from "#lib/operations/start-problem.ts";

/** At rest, with no buyer at work and nothing left for the worker, more must hold than at other times. */
const atRest = process.argv.includes("--at-rest");

try {
  const broken = await checkInvariants(environment().DATABASE_URL, { atRest });
  for (const { name, truth, needsRest } of invariants) {
    if (needsRest && !atRest) continue;
    const rows = broken.find((each) => each.name === name)?.rows ?? [];
    console.log(`${rows.length === 0 ? "holds " : "BROKEN"}  ${name}  ${truth}`);
    for (const row of rows) console.log(`        ${JSON.stringify(row)}`);
  }
  process.exitCode = broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(startSentence(error));
  process.exitCode = 1;
}
