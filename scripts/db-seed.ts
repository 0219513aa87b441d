import { parseArgs } from "node:util";
import postgres from "postgres";
import { environment } from "#kernel/environment.ts";
import { StartProblem, startSentence } from "#lib/operations/start-problem.ts";
import { plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";
import { seed } from "#stack/demo/seed.ts";

const ticketsOfEvent = 50;
const mostTickets = 10_000_000;

try {
  const { DATABASE_URL } = environment();
  const tickets = readTickets();
  if (tickets === null) {
    const added = await seed();
    console.log(added ? "Demo data added." : "The database is not empty: nothing was added.");
  } else {
    const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
    const events = Math.ceil(tickets / ticketsOfEvent);
    await plantLargeCatalogue(sql, events, tickets);
    await sql.end();
    console.log(
      `${tickets} tickets of ${events} events added. The worker brings them to lists: at a million in about a minute.`,
    );
  }
  process.exit();
} catch (error) {
  console.error(startSentence(error));
  process.exit(1);
}

/** How many tickets are asked for, beside the demo data; null where none are. */
function readTickets(): number | null {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== "--"),
    options: { tickets: { type: "string" } },
  });
  if (values.tickets === undefined) return null;
  const tickets = Number(values.tickets);
  if (Number.isInteger(tickets) && tickets >= ticketsOfEvent && tickets <= mostTickets)
    return tickets;
  throw new StartProblem(
    `--tickets takes a number from ${ticketsOfEvent} to ${mostTickets}: for example --tickets 1000000.`,
  );
}
