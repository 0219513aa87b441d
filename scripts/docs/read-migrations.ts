import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../db/migrations");

/** The SQL of every migration, oldest first. */
export function readMigrations(): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("\n");
}
