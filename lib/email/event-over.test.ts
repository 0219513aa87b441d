import { expect, test } from "vitest";
import { anEvent, anOrder, aTicket, callOff } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { eventOver } from "./event-over.ts";
import { findEmailFacts } from "./find-email-facts.ts";
import { renderText } from "./render-text.ts";

useDatabase();

test("called off and begun are told in two ways, and that nothing was charged in both", async () => {
  const eventId = await anEvent({ title: "The Long Now" });
  const { orderId } = await anOrder({ ticketId: (await aTicket({ eventId })).id });
  const write = async () => {
    const facts = await findEmailFacts(orderId);
    const content = facts && eventOver(facts, "http://localhost").content;
    return { subject: content?.subject, text: content && renderText(content) };
  };
  const begun = await write();
  await callOff(eventId);
  const off = await write();
  expect([begun.subject, off.subject]).toEqual([
    "Already begun: “The Long Now”",
    "Called off: “The Long Now”",
  ]);
  expect(begun.text).toContain("began before this ticket was paid");
  expect(off.text).toContain("was called off before your payment was taken");
  for (const { text } of [begun, off]) expect(text).toContain("You were not charged.");
});
