import { expect, test } from "vitest";
import { anEvent, anOrder, aTicket } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { findEmailFacts } from "./find-email-facts.ts";
import { describeTicket } from "./phrases.ts";

useDatabase();

test("an email tells the start by the clocks at the venue, and names them", async () => {
  const startsAt = new Date("2031-05-17T15:00:00Z");
  const eventId = await anEvent({ startsAt, timeZone: "Asia/Kolkata" });
  const { id } = await aTicket({ eventId });
  const facts = await findEmailFacts((await anOrder({ ticketId: id })).orderId);
  expect(facts && describeTicket(facts)).toContainEqual({
    label: "When",
    value: "Saturday, 17 May 2031 at 20:30 India Standard Time",
  });
});
