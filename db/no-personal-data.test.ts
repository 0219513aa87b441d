import { expect, test } from "vitest";
import { runProgram } from "#test/support/run-program.ts";
import { useDatabase } from "#test/support/use-database.ts";

const database = useDatabase();
const marker = "Marker7391";
const ways = "insert update select delete raw wrong transaction savepoint prepared jobs".split(" ");

test("whatever statement fails, its values reach no log and no job's output", async () => {
  const env = { DATABASE_URL: database.url, MARKER: marker };
  const { exitCode, output, errors } = await runProgram("fail-every-way.ts", env);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  const lines = output.trim().split("\n");
  expect(lines.filter((line) => line.toLowerCase().includes(marker.toLowerCase()))).toEqual([]);
  expect(output).not.toMatch(/\$argon2|@example\.com|It did not fail/);
  const logged = lines.map((line): { message: string; error?: { cause?: object } } =>
    JSON.parse(line),
  );
  expect(
    logged.filter(({ message }) => ways.includes(message)).map(({ message }) => message),
  ).toEqual(ways);
});

test("what remains is enough to find the fault", async () => {
  const env = { DATABASE_URL: database.url, MARKER: `${marker}b` };
  const { output } = await runProgram("fail-every-way.ts", env);
  const line = output.split("\n").find((each) => each.includes('"message":"insert"'));
  expect(line).toContain("23514");
  expect(line).toContain("email_is_lower_case");
  expect(line).toContain('insert into \\"users\\"');
  expect(line).toContain("fail-every-way.ts");
});
