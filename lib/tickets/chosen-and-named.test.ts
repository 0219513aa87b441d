import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { askWhichEvent } from "#lib/events/ask-which-event.ts";
import { anEvent, aUser } from "#test/support/factories.ts";
import { ticketRow } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createTicket, createTicketInput } from "./create-ticket.ts";

useDatabase();

/** Lists a ticket, and resolves to the event it was listed for. */
async function list(typed: Record<string, string>) {
  const form = { title: "Two seats", price: "45", ...typed };
  const { eventId } = await ticketRow(
    await createTicket(await aUser(), createTicketInput.parse(form)),
  );
  return { id: eventId };
}

test("together with words that it is found by, it is chosen", async () => {
  const [title, venue] = [`The Copper Choir ${newId()}`, "Sala d’Òpera"];
  const eventId = await anEvent({ title, venue });
  for (const event of [title, "copper", "choir DOPERA", "  ", "amst"])
    expect((await list({ eventId, event })).id).toBe(eventId);
});

test("together with something else that is wrong, the answer is asked for again", async () => {
  const event = `The Copper Choir ${newId()}`;
  const eventId = await anEvent({ title: event });
  const refusal = await refusalOf(list({ event, answer: eventId, startsAt: "x", price: "0" }));
  expect(refusal).toMatchObject({
    code: "invalid-input",
    details: { fields: { price: expect.anything() }, candidates: [{ id: eventId }] },
  });
});

test("asked by words, which event it is: those found are offered, and nothing found is said", async () => {
  const title = `The Copper Choir ${newId()}`;
  const id = await anEvent({ title });
  expect(await refusalOf(askWhichEvent(`  ${title.toUpperCase()} paradiso`))).toEqual({
    code: "events-found",
    details: { candidates: [{ id, label: expect.stringContaining(title) }] },
  });
  for (const typed of ["", " ", "qqqq zzzz", "\u0000", "x".repeat(10_000)])
    expect(await refusalOf(askWhichEvent(typed))).toMatchObject({
      code: "invalid-input",
      details: { fields: { event: expect.anything() } },
    });
});
