export type Step = { name: string; run: () => Promise<boolean> };

/** Runs named steps in order and stops at the first that fails. Resolves to whether all of them succeeded. */
export async function runSteps(steps: Step[]): Promise<boolean> {
  const times: string[] = [];
  for (const [index, { name, run }] of steps.entries()) {
    console.log(`\n── ${index + 1}/${steps.length} ${name} ──`);
    const started = performance.now();
    const succeeded = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    times.push(`${succeeded ? "✓" : "✗"} ${name.padEnd(28)} ${seconds.padStart(7)} s`);
    if (!succeeded) {
      console.log(`\n${times.join("\n")}\n\n${name}: failed.`);
      return false;
    }
  }
  console.log(`\n${times.join("\n")}`);
  return true;
}
