import { execFileSync } from "node:child_process";
import { planPreCommit } from "./check/plan-pre-commit.ts";
import { runProgram } from "./steps/run-program.ts";

const { files, inPart, mayMend } = planPreCommit(
  listFiles("diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z"),
  listFiles("diff", "--name-only", "-z"),
  process.env.GIT_INDEX_FILE ?? "",
);

for (const file of inPart) console.log(`Not checked, because it is committed in part: ${file}`);
process.exitCode = files.length === 0 || ((await format()) && (await lint())) ? 0 : 1;

async function format(): Promise<boolean> {
  const mode = mayMend ? "--write" : "--check";
  const succeeded = await runProgram("oxfmt", [mode, "--no-error-on-unmatched-pattern", ...files]);
  if (succeeded && mayMend) execFileSync("git", ["add", "--", ...files]);
  return succeeded;
}

async function lint(): Promise<boolean> {
  const options = ["--type-aware", "--deny-warnings", "--no-error-on-unmatched-pattern"];
  const code = files.filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));
  return code.length === 0 || runProgram("oxlint", [...options, ...code]);
}

function listFiles(...gitArguments: string[]): string[] {
  return execFileSync("git", gitArguments, { encoding: "utf8" }).split("\0").filter(Boolean);
}
