import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { Reference } from "./reference.ts";

/** The tables and what refers to what, as a Mermaid entity-relationship diagram. */
export function entityDiagram(tables: PgTable[], references: Reference[]): string {
  const arrows = references.map((reference) => relationship(tables, reference));
  const boxes = tables.map((table) => box(table, references));
  return ["erDiagram", ...arrows, ...boxes].join("\n");
}

function relationship(tables: PgTable[], { table, column, to }: Reference): string {
  const from = tables.find((each) => getTableConfig(each).name === table);
  const referring = from && getTableConfig(from).columns.find(({ name }) => name === column);
  if (!from || !referring)
    throw new Error(`${table}.${column} refers to ${to} but is in no table.`);
  const owner = referring.notNull ? "||" : "|o";
  const many = isUnique(from, column) ? "o|" : "o{";
  return `  ${to} ${owner}--${many} ${table} : "${column}"`;
}

function box(table: PgTable, references: Reference[]): string {
  const { name, columns } = getTableConfig(table);
  const lines = columns.map((column) => attribute(table, column, references));
  return [`  ${name} {`, ...lines, "  }"].join("\n");
}

function attribute(table: PgTable, column: PgColumn, references: Reference[]): string {
  const owner = getTableConfig(table).name;
  const refers = references.some((each) => each.table === owner && each.column === column.name);
  const marks = [
    column.primary && "PK",
    refers && "FK",
    !column.primary && isUnique(table, column.name) && "UK",
  ].filter((mark) => mark !== false);
  const keys = marks.length > 0 ? ` ${marks.join(", ")}` : "";
  const optional = column.notNull ? "" : ' "or null"';
  return `    ${typeName(column)} ${column.name}${keys}${optional}`;
}

/** Mermaid's names have no spaces: a moment is `timestamptz`, as one would type it. */
function typeName(column: PgColumn): string {
  const name = column.getSQLType().replace(/ collate .*/, "");
  return name.includes("with time zone") ? "timestamptz" : name.replaceAll(/\W/g, "_");
}

function isUnique(table: PgTable, column: string): boolean {
  const { columns: all, uniqueConstraints } = getTableConfig(table);
  if (all.some(({ primary, name }) => primary && name === column)) return true;
  return uniqueConstraints.some(
    ({ columns }) => columns.length === 1 && columns[0]?.name === column,
  );
}
