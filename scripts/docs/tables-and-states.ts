import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as auth from "#db/schema/auth.ts";
import * as confirmations from "#db/schema/confirmations.ts";
import * as events from "#db/schema/events.ts";
import * as integrations from "#db/schema/integrations.ts";
import * as marketEvents from "#db/schema/market-events.ts";
import * as operations from "#db/schema/operations.ts";
import * as operator from "#db/schema/operator.ts";
import * as orders from "#db/schema/orders.ts";
import * as outbox from "#db/schema/outbox.ts";
import * as payments from "#db/schema/payments.ts";
import * as secondFactors from "#db/schema/second-factors.ts";
import * as tickets from "#db/schema/tickets.ts";
import { chargeLifecycle } from "#kernel/charge-lifecycle.ts";
import { orderLifecycle } from "#kernel/order-lifecycle.ts";
import { entityDiagram } from "./entity-diagram.ts";
import { declaredReferences, migratedReferences, type Reference } from "./reference.ts";
import { refundMoves } from "./refund-moves.ts";
import { movesOf, stateDiagram } from "./state-diagram.ts";
import { ticketStateTable } from "./ticket-state-table.ts";

const modules = [
  auth,
  confirmations,
  secondFactors,
  integrations,
  events,
  marketEvents,
  tickets,
  orders,
  payments,
  outbox,
  operations,
  operator,
];
/** By service, and by name within one: loaders do not agree on the order of a module's exports. */
const tables = modules.flatMap((module) =>
  Object.values<unknown>(module)
    .filter((each) => is(each, PgTable))
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other))),
);

/** The text of docs/tables-and-states.md. `migrations` is the SQL of all of them, one after the other. */
export function tablesAndStates(migrations: string): string {
  const refunds = refundMoves();
  return `# Tables and states

Made by \`npm run docs\` from \`db/schema/\`, \`db/migrations/\` and the code named below. A test fails when it is stale.

## Tables

Times are \`timestamptz\` to the millisecond, money is integer minor units, ids are UUIDv7 made by the application. pg-boss
keeps its jobs beside these, in a schema of its own.

${drawing(entityDiagram(tables, allReferences(migrations)))}

What the database refuses by itself, each rule named by the truth it keeps:

${constraintTable(migrations)}

## Order

The table is \`kernel/order-lifecycle.ts\`; the trigger \`order_moves_along_its_lifecycle\` keeps the same one.

${drawing(stateDiagram(["created"], movesOf(orderLifecycle)))}

## Charge

The table is \`kernel/charge-lifecycle.ts\`.

${drawing(stateDiagram(["created"], movesOf(chargeLifecycle)))}

## Refund

There is no table: after \`created\`, which is ours, the row follows Stripe, where a refund may also be made by hand, and may
fail days after it succeeded. The moves are what \`decide\` (\`lib/payments/settle/decide.ts\`) answers for every pair of what
the row says and what Stripe says.

${drawing(stateDiagram(refunds.starts, refunds.moves))}

## Ticket

A ticket has no status. \`ticketState\` (\`lib/tickets/ticket-state.ts\`) derives it from three columns and the database's
clock, so that it cannot disagree with itself. These rows are its answers.

${ticketStateTable()}
`;
}

function nameOf(table: PgTable): string {
  return getTableConfig(table).name;
}

function drawing(diagram: string): string {
  return `\`\`\`mermaid\n${diagram}\n\`\`\``;
}

/** Declared ones first, then those that only a migration knows. */
function allReferences(migrations: string): Reference[] {
  const declared = tables.flatMap(declaredReferences);
  const isNew = (one: Reference) =>
    declared.every(({ table, column }) => table !== one.table || column !== one.column);
  return [...declared, ...migratedReferences(migrations).filter(isNew)];
}

function constraintTable(migrations: string): string {
  const triggers = [...migrations.matchAll(/CREATE TRIGGER (\w+)\s[^;]*?\sON (\w+)/g)];
  const rows = tables.flatMap((table) => {
    const { name, checks, uniqueConstraints, indexes } = getTableConfig(table);
    const cells = [
      [
        ...uniqueConstraints.map((each) => each.getName()),
        ...indexes.flatMap(({ config }) => (config.unique ? [config.name] : [])),
      ],
      checks.map((check) => check.name),
      triggers.flatMap(([, trigger, on]) => (on === name ? [trigger] : [])),
    ];
    if (cells.every((names) => names.length === 0)) return [];
    return [`| \`${name}\` | ${cells.map(inCode).join(" | ")} |`];
  });
  return ["| table | unique | checks | triggers |", "|---|---|---|---|", ...rows].join("\n");
}

function inCode(names: (string | undefined)[]): string {
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(", ") : "–";
}
