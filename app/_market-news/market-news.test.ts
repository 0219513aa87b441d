import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GET as followEvent } from "#app/api/events/[slug]/live/route.ts";
import { GET as followMarket } from "#app/api/market/live/route.ts";
import { GET as followTicket } from "#app/api/tickets/[id]/live/route.ts";
import { db } from "#db/client.ts";
import { newId } from "#kernel/ids.ts";
import { refreshMarket } from "#lib/events/market/refresh-market.ts";
import { closeMarketNews } from "#lib/market-news/market-news.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { updateTicket, updateTicketInput } from "#lib/tickets/update-ticket.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import { anEvent, anOrder, aTicket } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { jobQueue, useJobs } from "#test/support/use-jobs.ts";
import { relayOutbox } from "#worker/relay-outbox.ts";
import type { EventNews } from "./event-news.ts";
import type { PrintNews } from "./print-news.ts";
import type { TicketNews } from "./ticket-news.ts";

useDatabase();
useJobs();

/** As the worker does moments after a change. */
async function work(): Promise<void> {
  while ((await relayOutbox(jobQueue())) > 0);
  while ((await refreshMarket()) > 0);
}
beforeEach(work);
afterEach(closeMarketNews);

const home = "http://localhost:3000";
const asStream = { accept: "text/event-stream" };

type Asked = { headers?: Record<string, string>; since?: number };

function askEvent(slug: string, { headers = {}, since }: Asked = {}) {
  const query = since === undefined ? "" : `?since=${since}`;
  const request = new Request(`${home}/api/events/${slug}/live${query}`, { headers });
  return followEvent(request, { params: Promise.resolve({ slug }) });
}

function askTicket(id: string, headers: Record<string, string> = {}) {
  const request = new Request(`${home}/api/tickets/${id}/live`, { headers });
  return followTicket(request, { params: Promise.resolve({ id }) });
}

function askMarket(ids: string, headers: Record<string, string> = {}) {
  return followMarket(new Request(`${home}/api/market/live?events=${ids}`, { headers }));
}

/** What a stream says, message by message, and the id of the last. */
function listenTo<News>(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let lastEventId = "";
  const next = async (): Promise<News> => {
    const [, id, data, rest] = /^(?:[^\n]*\n\n)*?id: (\d+)\ndata: (.*)\n\n([^]*)$/.exec(text) ?? [];
    if (data !== undefined) {
      [text, lastEventId] = [rest ?? "", id ?? ""];
      return JSON.parse(data) as News; // what the route's type says
    }
    const read = await reader?.read();
    if (!read || read.done) throw new Error("The stream has ended.");
    text += read.value;
    return next();
  };
  return { next, lastEventId: () => lastEventId, leave: () => reader?.cancel() };
}

test("a ticket's page hears at once that it is locked, freed, repriced and withdrawn", async () => {
  const { id, sellerId } = await aTicket();
  const stream = listenTo<TicketNews>(await askTicket(id, asStream));
  expect(await stream.next()).toMatchObject({ mark: "available.1." });
  const { orderId, buyerId } = await anOrder({ ticketId: id });
  await work();
  expect(await stream.next()).toMatchObject({ mark: expect.stringMatching(/^locked\.1\.\d{13}$/) });
  await cancelOrder(buyerId, { orderId });
  await work();
  expect(await stream.next()).toMatchObject({ mark: "available.1.", spread: 5 });
  const change = { ticketId: id, version: 1, title: "Front stalls", price: "50" };
  await updateTicket(sellerId, updateTicketInput.parse(change));
  await work();
  expect(await stream.next()).toMatchObject({ mark: "available.2." });
  await withdrawTicket(sellerId, { ticketId: id, version: 2 });
  await work();
  expect(await stream.next()).toMatchObject({ mark: "withdrawn.3." });
});

test("an event's page hears of each of its tickets, new ones too, and of its market as a whole", async () => {
  const slug = await anEvent();
  const { id } = await aTicket({ eventId: slug, admits: 2 });
  const stream = listenTo<EventNews>(await askEvent(slug, { headers: asStream }));
  await stream.next();
  await anOrder({ ticketId: id });
  await work();
  expect(await stream.next()).toMatchObject({
    offer: { available: 0, held: 1, lowest: ["€45"] },
    lines: [{ id, tone: "busy", words: "Someone is paying", price: "€45.00", priceEach: "€22.50" }],
  });
  const { ticketId: other } = await anOrder(); // of another event
  await work();
  const listed = await aTicket({ eventId: slug, price: 3000 });
  await withdrawTicket(listed.sellerId, { ticketId: listed.id, version: 1 });
  await work();
  const { offer, lines } = await stream.next();
  expect(offer).toEqual({ available: 0, held: 1, lowest: ["€45"] });
  expect(lines).toMatchObject([{ id: listed.id, tone: "gone", words: "Withdrawn" }]);
  expect(lines.map((line) => line.id)).not.toContain(other);
});

test("a page of prints hears of the events it shows, as lists say it, and of no others", async () => {
  const eventId = await anEvent();
  const { id, sellerId } = await aTicket({ eventId });
  await anOrder({ ticketId: id });
  await work();
  const stream = listenTo<PrintNews>(await askMarket(`${eventId},nonsense,${eventId}`, asStream));
  expect(await stream.next()).toEqual({
    prints: [{ id: eventId, from: "from €45.00", standing: "1 being paid for" }],
  });
  const more = await anOrder();
  const listed = await anOrder({
    ticketId: (await aTicket({ eventId, price: 4000, sellerId })).id,
  });
  await cancelOrder(listed.buyerId, { orderId: listed.orderId });
  await cancelOrder(more.buyerId, { orderId: more.orderId });
  await work();
  expect(await stream.next()).toEqual({
    prints: [{ id: eventId, from: "from €40.00", standing: "1 ticket, 1 being paid for" }],
  });
});

test("a page that lost its stream is told what it missed, and one that saw all of it is not told more than it has to be", async () => {
  const slug = await anEvent();
  const [one, other] = [await aTicket({ eventId: slug }), await aTicket({ eventId: slug })];
  const stream = listenTo<EventNews>(await askEvent(slug, { headers: asStream }));
  await stream.next();
  await stream.leave();
  await anOrder({ ticketId: one.id });
  await work();
  const headers = { ...asStream, "last-event-id": stream.lastEventId() };
  const again = listenTo<EventNews>(await askEvent(slug, { headers, since: 0 }));
  const { offer, lines } = await again.next();
  expect(offer).toMatchObject({ available: 1, held: 1 });
  expect(lines.find(({ id }) => id === one.id)).toMatchObject({ words: "Someone is paying" });
  await db().execute(sql`update tickets set updated_at = updated_at - interval '1 hour'`);
  const later = listenTo<EventNews>(await askEvent(slug, { headers }));
  expect((await later.next()).lines).toEqual([]);
  const fromTheStart = listenTo<EventNews>(await askEvent(slug, { headers: asStream, since: 0 }));
  expect((await fromTheStart.next()).lines.map(({ id }) => id).toSorted()).toEqual(
    [one.id, other.id].toSorted(),
  );
});

test("when so much has changed that it is not told one by one, the page is told that", async () => {
  const slug = await anEvent();
  const sellerId = (await aTicket({ eventId: slug })).sellerId;
  for (let count = 0; count < 200; count += 1) await aTicket({ eventId: slug, sellerId });
  const { lines, tooMany } = await (await askEvent(slug, { since: 0 })).json();
  expect([lines.length, tooMany]).toEqual([200, true]);
});

test("what was heard before the listener was lost is not all: streams end, come back and are told", async () => {
  const { id } = await aTicket();
  const stream = listenTo<TicketNews>(await askTicket(id, asStream));
  await stream.next();
  await db().execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen "rowlock_market_news"%'`);
  await expect(stream.next()).rejects.toThrow("The stream has ended.");
  await anOrder({ ticketId: id });
  await work();
  const again = listenTo<TicketNews>(await askTicket(id, asStream));
  expect(await again.next()).toMatchObject({ mark: expect.stringMatching(/^locked/) });
});

test("a page that asks now and then is answered 304 until something has changed", async () => {
  const slug = await anEvent();
  const { id } = await aTicket({ eventId: slug });
  for (const ask of [
    (headers = {}) => askTicket(id, headers),
    (headers = {}) => askEvent(slug, { headers }),
    (headers = {}) => askMarket(slug, headers),
  ]) {
    const first = await ask();
    expect(first.headers.get("content-type")).toBe("application/json");
    const etag = first.headers.get("etag") ?? "";
    const same = await ask({ "if-none-match": `"other", W/${etag}` });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    await anOrder({ ticketId: (await aTicket({ eventId: slug })).id });
    const { orderId, buyerId } = await anOrder({ ticketId: id });
    await work();
    const changed = await ask({ "if-none-match": etag });
    expect([changed.status, changed.headers.get("etag")]).not.toEqual([200, etag]);
    expect(changed.status).toBe(200);
    await cancelOrder(buyerId, { orderId });
    await work();
  }
});

test("what is not there, and addresses that are none, are not found", async () => {
  for (const answer of [
    await askTicket(newId()),
    await askTicket("%00", asStream),
    await askEvent("no-such-event", { headers: asStream }),
    await askEvent("\0"),
    await askMarket(""),
    await askMarket("a,b,%,'", asStream),
  ])
    expect(answer.status).toBe(404);
  for (const since of ["-1", "soon", "9".repeat(30), "9".repeat(15)]) {
    const slug = await anEvent();
    const headers = { "last-event-id": since };
    expect((await askEvent(slug, { headers })).status).toBe(200);
  }
});
