import { asyncApi } from "./asyncapi.ts";
import { domainEventsPage } from "./domain-events-page.ts";
import { findFlow } from "./find-flow.ts";
import { readMigrations } from "./read-migrations.ts";
import { tablesAndStates } from "./tables-and-states.ts";

/** Everything that `npm run docs` writes, by its path: made of code, so that it never says what is no longer so. */
export function writtenDocuments(): Record<string, string> {
  const flow = findFlow();
  return {
    "docs/tables-and-states.md": tablesAndStates(readMigrations()),
    "docs/domain-events.md": domainEventsPage(flow),
    "docs/asyncapi.json": asJson(asyncApi(flow)),
    "lib/domain-events/flow.json": asJson(flow),
  };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
