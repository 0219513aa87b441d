import { createTransport, type Transporter } from "nodemailer";
import { environment } from "#lib/kernel/environment.ts";
import type { OrderId } from "#lib/kernel/ids.ts";
import { report } from "#lib/kernel/report.ts";
import { findLetterFacts, type Letter } from "./letter-facts.ts";

/** In milliseconds. The job that sends a letter has two minutes, and is repeated for days. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

let transport: Transporter | undefined;

/**
 * Writes a letter about an order and sends it. `causeId` names what caused it: sent again after a crash, it
 * has the same Message-ID, by which a mailbox knows the second copy.
 */
export async function sendLetter(causeId: string, orderId: OrderId, letter: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM, APP_URL } = environment();
  const facts = await findLetterFacts(orderId);
  if (!facts) return;
  const { to, subject, text } = letter(facts, APP_URL);
  if (!SMTP_URL)
    return report("warning", "SMTP_URL is not set: a letter was not sent", {
      orderId,
      letter: letter.name,
    });
  transport ??= createTransport({ url: SMTP_URL, ...patience });
  await transport.sendMail({
    from: MAIL_FROM,
    to: { name: to.name, address: to.email },
    subject: subject.replace(/\s+/g, " "),
    text,
    messageId: `<${causeId}.${letter.name}@${new URL(APP_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
