import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";

/** One foreign key of a single column, by the names Postgres knows. */
export type Reference = { table: string; column: string; to: string };

/** The foreign keys a table declares in the schema. */
export function declaredReferences(table: PgTable): Reference[] {
  const { name, foreignKeys } = getTableConfig(table);
  return foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    const to = getTableConfig(foreignTable).name;
    return columns.map((column) => ({ table: name, column: column.name, to }));
  });
}

const alteration =
  /ALTER TABLE "(?<table>\w+)" ADD CONSTRAINT "\w+" FOREIGN KEY \("(?<column>\w+)"\) REFERENCES (?:"public"\.)?"(?<to>\w+)"/g;

/** Those the migrations add: some are written there by hand, where files of the schema would go in a circle. */
export function migratedReferences(migrations: string): Reference[] {
  return [...migrations.matchAll(alteration)].map(({ groups = {} }) => ({
    table: groups["table"] ?? "",
    column: groups["column"] ?? "",
    to: groups["to"] ?? "",
  }));
}
