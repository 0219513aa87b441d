import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { setup as setupDatabase } from "#test/support/global-setup.ts";
import { guardNamed } from "./guards.ts";

/** As for every test; but of the database, too, the guard is taken out. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const tearDown = await setupDatabase(project);
  const { sql } = guardNamed(process.env["WITHOUT"] ?? "");
  if (sql) {
    const database = postgres(project.getProvidedContext().templateUrl, { max: 1 });
    await database.unsafe(sql);
    await database.end();
  }
  return tearDown;
}
