import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { anEvent, anOrder, aTicket, aUser } from "#test/support/factories.ts";
import { orderRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { freePort } from "#stack/free-port.ts";
import { type MailCatcher, startMailCatcher } from "#stack/mail-catcher.ts";
import { waitFor } from "#stack/wait-for.ts";
import { orderExpired } from "./order-expired.ts";
import { ticketBought } from "./ticket-bought.ts";
import { ticketSold } from "./ticket-sold.ts";
import { paymentFailed } from "./payment-failed.ts";
import { closeMailConnections } from "./deliver.ts";
import { sendEmail } from "./send-email.ts";

useDatabase();

let port = 0;
let catcher: MailCatcher | undefined;
beforeAll(async () => {
  port = await freePort();
  process.env["SMTP_URL"] = `smtp://127.0.0.1:${port}`;
});
afterAll(async () => {
  closeMailConnections();
  await catcher?.stop();
});

async function startMailServer(): Promise<MailCatcher> {
  catcher ??= await startMailCatcher(port, await freePort());
  return catcher;
}

test("while the mail server is down, sending fails and may be repeated; nothing else is touched", async () => {
  const { orderId } = await anOrder();
  const before = await orderRow(orderId);
  const cause = newId();
  await expect(sendEmail(cause, orderId, ticketBought)).rejects.toThrow("ECONNREFUSED");
  expect(await orderRow(orderId)).toEqual(before);
  const { mails } = await startMailServer();
  await sendEmail(cause, orderId, ticketBought);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain("Hello Somebody,");
});

/** An order of somebody whose address is known to be theirs. */
async function aVerifiedOrder(given: { name?: string; title?: string } = {}) {
  const { name = "Somebody", title = "Evening" } = given;
  const buyerId = await aUser({ name, emailVerifiedAt: new Date() });
  const { id } = await aTicket({ eventId: await anEvent({ title }), title });
  return anOrder({ buyerId, ticketId: id });
}

test("an address that was never verified is told of a purchase, and of nothing else", async () => {
  const { mails } = await startMailServer();
  const before = mails.length;
  const { orderId } = await anOrder();
  for (const email of [orderExpired, paymentFailed]) await sendEmail(newId(), orderId, email);
  expect(mails).toHaveLength(before);
  for (const email of [ticketBought, ticketSold]) await sendEmail(newId(), orderId, email);
  expect(mails).toHaveLength(before + 2);
});

test.each([orderExpired, paymentFailed, ticketBought, ticketSold])(
  "what others wrote is no link in $name, nor the whole of its subject",
  async (email) => {
    const { mails } = await startMailServer();
    const bait = "Confirm your account at https://evil.example/now or www.evil.example";
    const { orderId } = await aVerifiedOrder({ name: bait, title: bait });
    await sendEmail(newId(), orderId, email);
    const { subject = "", text = "", to = "" } = mails[0] ?? {};
    expect(subject).toMatch(
      /^(Time ran out for|Payment failed:|Your ticket for|Sold: your ticket for) “.*”$/,
    );
    const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link).origin);
    expect(new Set(links)).toEqual(new Set(["http://localhost:3000"]));
    for (const written of [subject, text, to.replace(/<.*>/, "")])
      expect(written).not.toMatch(/evil\.example|www\.\S/);
  },
);

test.each([
  "\r\nBcc: all@elsewhere.example",
  "\nSubject: Urgent",
  "\r\n\r\n<b>Hello</b>",
  "\u2028X: y",
])("%j in a title and a name adds no header and no line", async (injected) => {
  const { mails } = await startMailServer();
  const before = mails.length;
  const evening = `Evening${injected}`;
  const { orderId, buyerId } = await aVerifiedOrder({ name: `Ada${injected}`, title: evening });
  await sendEmail(newId(), orderId, ticketBought);
  expect(mails).toHaveLength(before + 1);
  expect(mails[0]?.subject).toMatch(/^Your ticket for “Evening [^\n\r]*”$/);
  expect(mails[0]?.to).toContain(`<${buyerId}@example.com>`);
  expect(mails[0]?.to).not.toContain("elsewhere.example>");
  expect(mails[0]?.text).toMatch(/^Hello Ada .*,\n\nThe ticket is yours\./);
});

test("of an order that is not there, nothing is written", async () => {
  const { mails } = await startMailServer();
  const before = mails.length;
  await sendEmail(newId(), newId<"order">(), paymentFailed);
  expect(mails).toHaveLength(before);
});

test("many emails share five connections, which are kept, and closed when the worker ends", async () => {
  const { mails, connections } = await startMailServer();
  const before = mails.length;
  closeMailConnections();
  const opened = connections.opened;
  const { orderId } = await anOrder();
  const sending = Array.from({ length: 40 }, () => sendEmail(newId(), orderId, ticketBought));
  await Promise.all(sending);
  await sendEmail(newId(), orderId, ticketBought);
  expect(mails).toHaveLength(before + 41);
  expect(connections.opened - opened).toBeLessThanOrEqual(5);
  expect(connections.open).toBeGreaterThan(0);
  closeMailConnections();
  await waitFor(async () => connections.open === 0, "the connections to be closed", 5_000);
});
