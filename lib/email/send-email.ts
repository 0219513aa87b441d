import { environment } from "#kernel/environment.ts";
import type { OrderId } from "#kernel/ids.ts";
import { deliver } from "./deliver.ts";
import { findEmailFacts, type Email } from "./find-email-facts.ts";

/**
 * Writes an email about an order and delivers it. `causeId` is the id of the domain event behind it: told twice of one,
 * a mailbox gets the same email twice. An address that was never verified only gets what is about money of its own.
 * Of an order that is not there, nothing is written. Throws when the mail server does not take it.
 */
export async function sendEmail(causeId: string, orderId: OrderId, email: Email): Promise<void> {
  const facts = await findEmailFacts(orderId);
  if (!facts) return;
  const { to, content, evenUnverified = false } = email(facts, environment().APP_URL);
  if (!to.verifiedAt && !evenUnverified) return;
  await deliver({
    messageId: `${causeId}.${email.name}`,
    to: { name: to.name, address: to.email },
    content,
  });
}
