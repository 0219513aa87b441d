import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { anOrder } from "#test/support/factories.ts";
import { orderRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { freePort } from "#stack/free-port.ts";
import { type MailCatcher, startMailCatcher } from "#stack/mail-catcher.ts";
import { ticketBought } from "./ticket-bought.ts";
import { paymentFailed } from "./payment-failed.ts";
import { sendEmail } from "./send-email.ts";

useDatabase();

let port = 0;
let catcher: MailCatcher | undefined;
beforeAll(async () => {
  port = await freePort();
  process.env["SMTP_URL"] = `smtp://127.0.0.1:${port}`;
});
afterAll(() => catcher?.stop());

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

test("what a name or a title holds stays in its place", async () => {
  const { mails } = await startMailServer();
  const { orderId } = await anOrder();
  await sendEmail(newId(), orderId, paymentFailed);
  expect(mails[0]?.subject).toMatch(/^Payment failed: Evening /);
  expect(mails[0]?.text).toContain("You were not charged.");
});

test("of an order that is not there, nothing is written", async () => {
  const { mails } = await startMailServer();
  const before = mails.length;
  await sendEmail(newId(), newId<"order">(), paymentFailed);
  expect(mails).toHaveLength(before);
});
