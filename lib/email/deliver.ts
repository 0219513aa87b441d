import { createTransport, type Transporter } from "nodemailer";
import { environment } from "#kernel/environment.ts";
import { report } from "#kernel/report.ts";
import type { EmailContent } from "./content.ts";
import { oneLine, plainName } from "./plain-words.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";

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

export type Delivery = {
  /**
   * What stands before the @ of its Message-ID, such as "<id of the domain event>.ticketBought": sent again after a
   * crash, an email has the same, by which a mailbox recognises the second copy.
   */
  messageId: string;
  to: { name: string; address: string };
  content: EmailContent;
};

/**
 * Sends an email as text and as HTML. Without SMTP_URL it is not sent, and the log says so. Throws when the mail server
 * does not take it (to be tried again), and on a `messageId` that is not made of a-z, 0-9, _ and -, with points between.
 */
export async function deliver({ messageId, to, content }: Delivery): Promise<void> {
  const { SMTP_URL, MAIL_FROM, APP_URL } = environment();
  if (!/^[\w-]+(?:\.[\w-]+)*$/.test(messageId))
    throw new Error(`No Message-ID is made of ${messageId}`);
  if (!SMTP_URL)
    return report("warning", "SMTP_URL is not set: an email was not sent", { messageId });
  const host = new URL(APP_URL).hostname;
  transport ??= createTransport(withSettings(SMTP_URL));
  await transport.sendMail({
    from: MAIL_FROM,
    to: { name: plainName(to.name, 40), address: to.address },
    subject: oneLine(content.subject),
    text: renderText(content),
    html: renderHtml(content),
    messageId: `<${messageId}@${host}>`,
    headers: {
      "Auto-Submitted": "auto-generated", // no answer from who is on holiday (RFC 3834)
      "List-Id": `Rowlock <notices.${host.replaceAll(/[[\]:]/g, "")}>`, // to be sorted by (RFC 2919); an IPv6 address is none
    },
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
