import { writeFileSync } from "node:fs";
import path from "node:path";
import { readMigrations } from "./docs/read-migrations.ts";
import { tablesAndStates } from "./docs/tables-and-states.ts";

const file = path.resolve("docs/tables-and-states.md");
writeFileSync(file, tablesAndStates(readMigrations()));
console.log(`Written: ${path.relative(".", file)}`);
