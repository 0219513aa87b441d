import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { closeDatabase, db } from "#db/client.ts";
import { foldRows } from "#db/fold-rows.ts";
import { users } from "#db/schema/auth.ts";
import { newId, type UserId } from "#kernel/ids.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { listPlaces } from "#lib/events/list-places.ts";
import { listSellableEvents } from "#lib/events/list-sellable-events.ts";
import { createTicketInput, createTickets } from "#lib/tickets/create-ticket.ts";
import { firstWords, lastWords, plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";
import { quantile } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";

const events = 20_000;
const tickets = 200_000;
const rounds = 300;
const allowedToList = 5;
/** It is compared with what is known, and a calendar says when it begins. */
const allowedToDescribe = 20;
const allowedToFind = 20;

/** Listing tickets, and finding their event as it is typed, one at a time in a large catalogue. */
export async function benchListing(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantLargeCatalogue(sql, events, tickets);
  await foldRows(sql);
  await sql`vacuum analyze events`;
  const ids = (await sql<{ id: string }[]>`select id from events limit ${rounds}`).map(
    ({ id }) => id,
  );
  const sellerId = await aSeller();
  const list = (typed: (round: number) => Record<string, string>) => (round: number) =>
    createTickets(sellerId, createTicketInput.parse({ ...usual(), ...typed(round) }));
  const chosen = (round: number) => ({ eventId: ids[round % ids.length] ?? "" });
  const separately = { seat: "12-15", selling: "separately" };
  const figures = [
    await figure("one ticket", allowedToList, list(chosen)),
    await figure(
      "four seats separately",
      allowedToList,
      list((round) => ({ ...chosen(round), ...separately })),
    ),
    await figure("one of a new event", allowedToDescribe, list(described)),
    await figure("an event as it is typed", allowedToFind, (round) =>
      listSellableEvents(beginningOf(round)),
    ),
    await figure("an event spelled wrong", allowedToFind, (round) =>
      listSellableEvents(beginningOf(round).replace(/(?<=\w{3})\w/, "x")),
    ),
    await figure("the places of a city", allowedToFind, (round) => listPlaces(`City ${round}`)),
  ];
  await Promise.all([sql.end(), closeDatabase(), closeWakeConnection()]);
  return figures;
}

async function aSeller(): Promise<UserId> {
  const id = newId<"user">();
  await db()
    .insert(users)
    .values({ id, name: "Seller", email: `${id}@example.com`, passwordHash: "-" });
  return id;
}

function usual() {
  return { title: "A seat", price: "45", section: "B", row: "4", requestKey: randomUUID() };
}

function described(round: number) {
  const place = { category: "concert", venue: "A hall", city: "Oslo", country: "NO" };
  return { ...place, event: `A new night ${round} ${randomUUID()}`, startsAt: "2031-05-17T20:30" };
}

function beginningOf(round: number): string {
  const words = `${firstWords[round % firstWords.length]} ${lastWords[(round * 7) % lastWords.length]}`;
  return words.slice(0, 2 + (round % words.length));
}

async function figure(
  name: string,
  allowed: number,
  work: (round: number) => Promise<unknown>,
): Promise<Figure> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await work(round);
    if (round >= 10) took.push(performance.now() - started); // the first connect and prepare
  }
  const value = quantile(took, 0.5); // what is slower waits for the disk
  const besides = { besides: allowed, besidesName: "allowed at the median" };
  return { name, unit: "ms", value, ...besides, ratio: allowed / value, limit: 1 };
}
