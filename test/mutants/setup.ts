import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { setup as setUpDatabase } from "#test/support/global-setup.ts";
import { mutantNamed } from "./mutants.ts";

/** As for every test, and then the mutant's statements are run on the database that tests copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const tearDown = await setUpDatabase(project);
  const { sql = [] } = mutantNamed(process.env["MUTANT"] ?? "");
  if (sql.length > 0) {
    const database = postgres(project.getProvidedContext().templateUrl, { max: 1 });
    for (const statement of sql) await database.unsafe(statement);
    await database.end();
  }
  return tearDown;
}
