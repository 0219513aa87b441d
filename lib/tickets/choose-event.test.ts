import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { tickets } from "#db/schema/tickets.ts";
import { anotherEvent } from "#kernel/another-event.ts";
import { newId } from "#kernel/ids.ts";
import { anEvent, aUser } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only, ticketRow } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createTicket, createTicketInput } from "./create-ticket.ts";

useDatabase();

const rest = { title: "Two seats", price: "45" };
const inBern = {
  event: "The Copper Choir",
  category: "concert",
  venue: "Dampfzentrale",
  city: "Bern",
  country: "CH",
  timeZone: "Europe/Zurich",
  startsAt: "2031-06-01T20:00",
};
type Typed = Partial<Record<keyof typeof inBern | "eventId" | "answer" | "asked", string>>;

/** Lists a ticket, and resolves to the event it was listed for. */
async function list(typed: Typed) {
  const id = await createTicket(await aUser(), createTicketInput.parse({ ...rest, ...typed }));
  const { eventId } = await ticketRow(id);
  return only(await db().select().from(events).where(eq(events.id, eventId)));
}
async function candidatesOf(typed: Typed) {
  const refusal = await refusalOf(list(typed));
  if (refusal.code !== "similar-events") throw new Error(`Refused as ${refusal.code}.`);
  return refusal.details.candidates;
}
const aTitle = () => `The Copper Choir ${newId()}`;

describe("what is described is the described event", () => {
  test("the same name in another town and month", async () => {
    const event = aTitle();
    const bern = await list({ ...inBern, event });
    const elsewhere = {
      city: "Oslo",
      country: "NO",
      timeZone: "Europe/Oslo",
      venue: "Rockefeller",
    };
    const oslo = await list({ ...inBern, event, ...elsewhere, startsAt: "2031-07-09T19:00" });
    expect(oslo.id).not.toBe(bern.id);
    expect(oslo).toMatchObject({ title: event, city: "Oslo", venue: "Rockefeller", country: "NO" });
    expect(oslo.startsAt.toISOString()).toBe("2031-07-09T17:00:00.000Z");
  });

  test("the same name, house and hour in two towns", async () => {
    const event = aTitle();
    const norwich = await list({ ...inBern, event, venue: "Theatre Royal", city: "Norwich" });
    const asked = { answer: anotherEvent, asked: norwich.id };
    const brighton = await list({
      ...inBern,
      event,
      venue: "Theatre Royal",
      city: "Bath",
      ...asked,
    });
    expect([norwich.city, brighton.city]).toEqual(["Norwich", "Bath"]);
  });

  test("a title with a separator in it, and one that looks like a line of the list", async () => {
    for (const event of [
      `A · B ${newId()}`,
      `${aTitle()} · Dampfzentrale, Bern · 1 Jun 2031, 20:00`,
    ])
      expect((await list({ ...inBern, event })).title).toBe(event);
  });

  test("said twice word for word, it is one event", async () => {
    const typed = { ...inBern, event: aTitle() };
    expect((await list(typed)).id).toBe((await list(typed)).id);
  });
});

describe("what looks like an event that exists is asked about", () => {
  test.each([
    ["another hour of the day", { startsAt: "2031-06-01T15:00" }],
    ["another night of the run", { startsAt: "2031-06-14T20:00" }],
    ["another spelling of the town", { city: "bern" }],
    ["another house", { venue: "Bierhübeli" }],
    ["another town that night", { city: "Basel" }],
    ["another kind", { category: "theatre" }],
    ["another country", { country: "DE" }],
  ])("%s: it is that one, or it is another", async (_, change) => {
    const event = aTitle();
    const known = await list({ ...inBern, event });
    const typed = { ...inBern, event: event.toUpperCase(), ...change };
    const candidates = await candidatesOf(typed);
    expect(candidates.map(({ id }) => id)).toEqual([known.id]);
    expect(candidates[0]?.label).toContain("Dampfzentrale, Bern");
    expect((await list({ ...typed, answer: known.id })).id).toBe(known.id);
    const another = await list({ ...typed, answer: anotherEvent, asked: known.id });
    expect(another.id).not.toBe(known.id);
    expect(another).toMatchObject({ title: typed.event, venue: typed.venue, city: typed.city });
  });

  test("an answer covers what was asked about, and nothing that came since", async () => {
    const event = aTitle();
    const first = await list({ ...inBern, event });
    const evening = { ...inBern, event, startsAt: "2031-06-01T22:00" };
    const answered = { answer: anotherEvent, asked: first.id };
    const second = await list({ ...inBern, event, startsAt: "2031-06-01T15:00", ...answered });
    const both = (await candidatesOf({ ...evening, ...answered })).map(({ id }) => id);
    expect(new Set(both)).toEqual(new Set([first.id, second.id]));
    await list({ ...evening, answer: anotherEvent, asked: both.join(" ") });
  });

  test("a name alone offers the events that have it, whatever its case and spaces", async () => {
    const title = aTitle();
    const ids = [await anEvent({ title }), await anEvent({ title, city: "Utrecht" })];
    const offered = await candidatesOf({ event: `  ${title.toLowerCase()} ` });
    expect(new Set(offered.map(({ id }) => id))).toEqual(new Set(ids));
  });

  test("one that differs in nothing but its category is asked about once; then the name has to tell them apart", async () => {
    const event = aTitle();
    const concert = await list({ ...inBern, event });
    const play = { ...inBern, event, category: "theatre" };
    expect((await candidatesOf(play)).map(({ id }) => id)).toEqual([concert.id]);
    const answer = { answer: anotherEvent, asked: concert.id };
    expect(await refusalOf(list({ ...play, ...answer }))).toMatchObject({
      code: "invalid-input",
      details: { fields: { event: expect.stringContaining("sets yours apart") } },
    });
    const apart = await list({ ...play, ...answer, event: `${event} (play)` });
    expect(apart.id).not.toBe(concert.id);
  });

  test("one that has begun or was called off is not offered", async () => {
    const title = aTitle();
    await anEvent({ title, startsAt: new Date(Date.now() + 60_000) });
    await anEvent({ title, cancelledAt: new Date(), city: "Utrecht" });
    await passTime(61);
    expect(await refusalOf(list({ event: title }))).toMatchObject({ code: "invalid-input" });
  });
});

describe("what is chosen", () => {
  test("two shows of one day, of one name: each by its id", async () => {
    const title = aTitle();
    const matinee = await anEvent({ title, startsAt: new Date("2031-06-01T13:00Z") });
    const evening = await anEvent({ title, startsAt: new Date("2031-06-01T18:00Z") });
    expect((await list({ eventId: matinee })).id).toBe(matinee);
    expect((await list({ eventId: evening })).id).toBe(evening);
  });

  test("together with a description: a refusal says which to keep, and nothing is listed", async () => {
    const eventId = await anEvent();
    for (const typed of [{ event: "Another" }, { venue: "Elsewhere" }, inBern]) {
      const refusal = await refusalOf(list({ ...typed, eventId }));
      const fields = { eventId: expect.stringContaining("Say below which one") };
      const candidates = [{ id: eventId, label: expect.anything() }];
      expect(refusal).toEqual({ code: "invalid-input", details: { fields, candidates } });
      expect((await list({ ...typed, eventId, answer: eventId })).id).toBe(eventId);
      await db().delete(tickets).where(eq(tickets.eventId, eventId));
    }
    const described = { ...inBern, event: aTitle(), answer: anotherEvent, asked: eventId };
    expect((await list({ ...described, eventId })).id).not.toBe(eventId);
    expect(await db().select().from(tickets).where(eq(tickets.eventId, eventId))).toEqual([]);
  });

  test("what the form fills in by itself is no description", async () => {
    const eventId = await anEvent();
    const filled = { category: "match", country: "NL", timeZone: "Europe/Amsterdam" };
    expect((await list({ ...filled, event: " ", venue: "", eventId })).id).toBe(eventId);
  });

  test("has begun, or was called off: two refusals", async () => {
    const begins = await anEvent({ startsAt: new Date(Date.now() + 60_000) });
    const off = await anEvent({ cancelledAt: new Date() });
    await passTime(61);
    expect(await refusalOf(list({ eventId: begins }))).toMatchObject({ code: "event-over" });
    expect(await refusalOf(list({ eventId: off }))).toMatchObject({ code: "event-called-off" });
    expect(await refusalOf(list({ answer: off }))).toMatchObject({ code: "event-called-off" });
  });

  test.each([newId(), "no-such-event", "The Copper Choir · Bern", "\u0000", "x".repeat(5000)])(
    "is not there: refused beside the field (%#)",
    async (eventId) => {
      expect(await refusalOf(list({ eventId }))).toMatchObject({
        code: "invalid-input",
        details: { fields: { eventId: expect.stringContaining("no such event") } },
      });
    },
  );

  test("an event is found by its address and by its name", async () => {
    const title = aTitle();
    const last = await anEvent({ title, slug: "the-very-last", startsAt: new Date("2034-01-01") });
    expect((await list({ eventId: "the-very-last" })).id).toBe(last);
    expect((await candidatesOf({ event: title })).map(({ id }) => id)).toEqual([last]);
  });
});

test.each([...Object.keys(inBern), "eventId", ...Object.keys(rest)])(
  "a form without %s is answered in our words",
  async (missing) => {
    const typed = Object.entries({ ...inBern, event: aTitle(), ...rest });
    const given = Object.fromEntries(typed.filter(([name]) => name !== missing));
    const listing = createTicket(await aUser(), createTicketInput.parse(given));
    const told = await listing.then(
      () => [],
      (refusal: { reason: { details: { fields: Record<string, string> } } }) =>
        Object.values(refusal.reason.details.fields),
    );
    expect(told.length > 0).toBe(!["eventId", "timeZone"].includes(missing));
    expect(told.join()).not.toMatch(/invalid|expected|received|undefined/i);
  },
);

test("a form without anything is answered in our words", async () => {
  const nothing = await refusalOf(createTicket(await aUser(), createTicketInput.parse({})));
  expect(nothing).toEqual({
    code: "invalid-input",
    details: {
      fields: {
        eventId: "Choose the event, or describe it below.",
        title: "Give your ticket a title, such as “2 seats, front stalls”.",
        price: "Say what you want for the ticket.",
      },
    },
  });
});

test("nothing of a refused listing stays in the catalogue", async () => {
  const event = aTitle();
  await refusalOf(list({ ...inBern, event, startsAt: "2019-06-01T20:00" }));
  const left = and(eq(events.title, event), eq(events.city, "Bern"));
  expect(await db().select().from(events).where(left)).toEqual([]);
});
