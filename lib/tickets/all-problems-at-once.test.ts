import fc from "fast-check";
import { expect, test } from "vitest";
import { newId, type UserId } from "#kernel/ids.ts";
import { anEvent, aTicket, aUser, callOff } from "#test/support/factories.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createTicket, createTicketInput } from "./create-ticket.ts";
import { updateTicketInput } from "./update-ticket.ts";

useDatabase();

const right = {
  event: "The Copper Choir",
  category: "concert",
  venue: "Dampfzentrale",
  city: "Bern",
  country: "CH",
  timeZone: "Europe/Zurich",
  startsAt: "2031-06-01T20:00",
  title: "Two seats",
  price: "45",
  currency: "eur",
  section: "A",
  row: "12",
  seat: "7",
  admits: "2",
};
type Field = keyof typeof right;

const wrong: Record<Field, string[]> = {
  event: ["x".repeat(121), "\u3164"],
  category: ["opera house"],
  venue: ["", "x".repeat(121)],
  city: ["", "x".repeat(81)],
  country: ["", "XX"],
  timeZone: ["Mars/Olympus", "+02:00"],
  startsAt: ["", "tomorrow", "2031-02-30T20:00", "2019-05-04T20:30", "9999-12-31T20:30"],
  title: ["", "x".repeat(121)],
  price: ["", "19.999", "1e9", "-5", "0", "0.01", "999999999"],
  currency: ["doubloons"],
  section: ["x".repeat(41), "\u3164"],
  row: ["x".repeat(21)],
  seat: ["x".repeat(41)],
  admits: ["", "0", "two", "0x10", "21"],
};
const names = Object.keys(wrong) as Field[]; // a literal's own keys
const onTicket = names.slice(names.indexOf("title"));

/** Any wrong value in each of some fields. */
const mistakes = (fields: Field[]) =>
  fc
    .subarray(fields, { minLength: 1 })
    .chain((some) =>
      fc.record(Object.fromEntries(some.map((name) => [name, fc.constantFrom(...wrong[name])]))),
    );

/** What a price may be is told once its currency is known. */
const tellable = (typed: Record<string, string>) =>
  Object.keys(typed)
    .filter((name) => name !== "price" || typed["currency"] === undefined || !isPrice(typed))
    .toSorted();
const isPrice = ({ price = "" }: Record<string, string>) => /^\d+([.,]\d+)?$/.test(price);

const list = (sellerId: UserId, typed: Record<string, string>) =>
  createTicket(sellerId, createTicketInput.parse(typed));

async function fieldsTold(attempt: Promise<unknown>): Promise<Record<string, string>> {
  const { details } = await refusalOf(attempt);
  return "fields" in details ? details.fields : {};
}

test("whatever is wrong with a listing and its event is told at once, each beside its field", async () => {
  const sellerId = await aUser();
  await fc.assert(
    fc.asyncProperty(mistakes(names), async (typed) => {
      const told = await fieldsTold(list(sellerId, { ...right, ...typed }));
      expect(Object.keys(told).toSorted()).toEqual(tellable(typed));
    }),
    { numRuns: 150 },
  );
});

test("whatever is wrong with an edit is told at once", () => {
  const ticket = { ticketId: newId<"ticket">(), version: "1" };
  fc.assert(
    fc.property(mistakes(onTicket), (typed) => {
      const { error } = updateTicketInput.safeParse({ ...ticket, ...right, ...typed });
      const told = new Set(error?.issues.map(({ path }) => String(path[0])));
      expect([...told].toSorted()).toEqual(tellable(typed));
    }),
    { numRuns: 300 },
  );
});

test("an event that cannot be chosen any more is told together with what is wrong with the ticket", async () => {
  const { eventId } = await aTicket();
  await callOff(eventId);
  const typed = { ...right, event: "", venue: "", city: "", startsAt: "", price: "free" };
  expect(await fieldsTold(list(await aUser(), { ...typed, eventId }))).toEqual({
    eventId: expect.stringContaining("called off"),
    price: expect.stringContaining("digits"),
  });
});

test("the question which event is meant comes together with what is wrong with the ticket", async () => {
  const title = `The Copper Choir ${newId()}`;
  const eventId = await anEvent({ title });
  const nameOnly = { event: title, venue: "", city: "", startsAt: "" };
  const attempt = list(await aUser(), { ...right, ...nameOnly, price: "free", admits: "0" });
  expect(await refusalOf(attempt)).toMatchObject({
    code: "similar-events",
    details: {
      candidates: [{ id: eventId }],
      fields: { price: expect.anything(), admits: expect.anything() },
    },
  });
});

test("nothing of a listing with anything wrong stays in the catalogue", async () => {
  const event = `Of no ticket ${newId()}`;
  const sellerId = await aUser();
  await refusalOf(list(sellerId, { ...right, event, price: "free" }));
  const told = await fieldsTold(list(sellerId, { ...right, event, venue: "" }));
  expect(Object.keys(told)).toEqual(["venue"]); // and no question whether it is the one of before
});
