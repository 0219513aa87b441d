import { createTransport, type Transporter } from "nodemailer";
import { environment } from "#kernel/environment.ts";
import type { OrderId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { plainWords } from "./plain-words.ts";
import { findEmailFacts, type Email } from "./find-email-facts.ts";

/**
 * Emails share a few connections, each kept for a hundred of them: connecting costs more than sending. In milliseconds,
 * for the job that sends an email has two minutes, and is retried for days.
 */
const settings = {
  pool: "true",
  maxConnections: "5",
  maxMessages: "100",
  maxRequeues: "2", // a server may close a kept connection at the moment in which it is used
  connectionTimeout: "10000",
  greetingTimeout: "10000",
  socketTimeout: "30000",
};

let transport: Transporter | undefined;

/**
 * Writes an email about an order and sends it. `causeId` is the id of the domain event behind it: an email sent
 * again after a crash has the same Message-ID, by which a mailbox recognises the second copy.
 * An address that was never verified only gets what is about money of its own.
 */
export async function sendEmail(causeId: string, orderId: OrderId, email: Email): Promise<void> {
  const { SMTP_URL, MAIL_FROM, APP_URL } = environment();
  const facts = await findEmailFacts(orderId);
  if (!facts) return;
  const { to, subject, text, evenUnverified = false } = email(facts, APP_URL);
  if (!to.verifiedAt && !evenUnverified) return;
  if (!SMTP_URL)
    return report("warning", "SMTP_URL is not set: an email was not sent", {
      orderId,
      email: email.name,
    });
  transport ??= createTransport(withSettings(SMTP_URL));
  await transport.sendMail({
    from: MAIL_FROM,
    to: { name: plainWords(to.name, 40), address: to.email },
    subject,
    text,
    messageId: `<${causeId}.${email.name}@${new URL(APP_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}

/** Closes the kept connections. What is sent later opens new ones. */
export function closeMailConnections(): void {
  transport?.close();
  transport = undefined;
}

/** In the address, because nodemailer leaves aside all that stands beside one. What the address says itself is kept. */
function withSettings(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, value] of Object.entries(settings))
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  return url.href;
}
