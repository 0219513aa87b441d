import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { z } from "zod";
import { type Guard, guards } from "./guards.ts";

const vitest = path.resolve("node_modules/vitest/vitest.mjs");
const config = path.join(import.meta.dirname, "vitest.config.ts");

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
});

/** Runs the tests a guard is noticed by, without it. Resolves to how each of them ended. */
async function resultsWithout({ name, noticedBy }: Guard): Promise<Record<string, string>> {
  const tests = Object.values(noticedBy).flat();
  const outputFile = path.join(
    tmpdir(),
    `without-${process.pid}-${guards.findIndex((each) => each.name === name)}.json`,
  );
  const pattern = tests.map((title) => title.replaceAll(/[^\w ,]/g, ".")).join("|");
  const options = ["--reporter=json", `--outputFile=${outputFile}`, "--config", config];
  const env = { ...process.env, WITHOUT: name, TEST_DATABASE_URL: inject("templateUrl") };
  const output = await new Promise<string>((resolve) =>
    execFile(
      process.execPath,
      [vitest, "run", ...options, "-t", pattern, ...Object.keys(noticedBy)],
      { env },
      (_, out, errors) => resolve(out + errors),
    ),
  );
  const written = await readFile(outputFile, "utf8").catch(() => {
    throw new Error(`The tests did not run without ${name}:\n${output}`);
  });
  await rm(outputFile);
  const { testResults } = reportSchema.parse(JSON.parse(written));
  const ended = testResults.flatMap(({ assertionResults }) => assertionResults);
  return Object.fromEntries(
    ended.filter(({ title }) => tests.includes(title)).map(({ title, status }) => [title, status]),
  );
}

test.each(guards)("without $name it is noticed", { timeout: 120_000 }, async (guard) => {
  const failed = Object.values(guard.noticedBy)
    .flat()
    .map((title) => [title, "failed"]);
  expect(await resultsWithout(guard)).toEqual(Object.fromEntries(failed));
});
