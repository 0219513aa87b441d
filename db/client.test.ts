import { expect, test } from "vitest";
import { aUser } from "#test/support/factories.ts";
import { runProgram } from "#test/support/run-program.ts";
import { useDatabase } from "#test/support/use-database.ts";

const database = useDatabase();

test("killing backends in the middle of transactions does not end the process, and the pool recovers", async () => {
  await aUser();
  const ended = await runProgram("survive-killed-backends.ts", { DATABASE_URL: database.url });
  expect(ended).toMatchObject({ exitCode: 0, errors: "" });
  const { rounds, done, failures, recovered } = JSON.parse(ended.output);
  expect({ rounds, recovered }).toEqual({ rounds: 15, recovered: true });
  expect(Object.keys(failures).length, "backends were killed under way").toBeGreaterThan(0);
  for (const code of Object.keys(failures)) expect(code).toMatch(/^(CONNECTION_|57P0|ECONN|EPIPE)/);
  expect(done).toBeGreaterThan(0);
});
