import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { z } from "zod";
import { mutants } from "./mutants.ts";

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

const killedByTests = mutants.flatMap(({ name, killedBy: { tests } }) =>
  tests ? [{ name, files: Object.keys(tests), titles: Object.values(tests).flat() }] : [],
);
type KilledByTests = (typeof killedByTests)[number];

/** Runs tests against a mutant. Resolves to how each of them ended. */
async function testMutant({ name, files, titles }: KilledByTests): Promise<Record<string, string>> {
  const number = killedByTests.findIndex((each) => each.name === name);
  const outputFile = path.join(tmpdir(), `mutant-${process.pid}-${number}.json`);
  const pattern = titles.map((title) => title.replaceAll(/[^\w ,]/g, ".")).join("|");
  const options = ["--reporter=json", `--outputFile=${outputFile}`, "--config", config];
  const env = { ...process.env, MUTANT: name, TEST_DATABASE_URL: inject("templateUrl") };
  const output = await new Promise<string>((resolve) =>
    execFile(
      process.execPath,
      [vitest, "run", ...options, "-t", pattern, ...files],
      { env },
      (_, out, errors) => resolve(out + errors),
    ),
  );
  const written = await readFile(outputFile, "utf8").catch(() => {
    throw new Error(`The tests of the mutant "${name}" did not run:\n${output}`);
  });
  await rm(outputFile);
  const { testResults } = reportSchema.parse(JSON.parse(written));
  const ended = testResults.flatMap(({ assertionResults }) => assertionResults);
  return Object.fromEntries(
    ended.filter(({ title }) => titles.includes(title)).map(({ title, status }) => [title, status]),
  );
}

test.each(killedByTests)("tests kill the mutant: $name", { timeout: 120_000 }, async (mutant) => {
  const failed = mutant.titles.map((title) => [title, "failed"]);
  expect(await testMutant(mutant)).toEqual(Object.fromEntries(failed));
});
