import { afterAll, beforeAll } from "vitest";
import { closeMailConnections } from "#lib/email/deliver.ts";
import { freePort } from "#stack/free-port.ts";
import type { CaughtMail } from "#stack/mail-pages.ts";
import { type MailCatcher, startMailCatcher } from "#stack/mail-catcher.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { useJobs } from "#test/support/use-jobs.ts";
import { useStripe } from "#test/support/use-stripe.ts";

let mail: MailCatcher | undefined;

/** Gives a test file all that a flow goes through: Postgres, the job queue, Stripe's sandbox and a mail server. */
export function openFlows(): void {
  beforeAll(async () => {
    mail = await startMailCatcher(await freePort(), await freePort());
    process.env["SMTP_URL"] = mail.smtpUrl;
  });
  useStripe(); // before anything reads where Stripe is
  useDatabase();
  useJobs();
  afterAll(async () => {
    closeMailConnections();
    await mail?.stop();
  });
}

/** What was sent so far, the newest first. */
export function caughtMails(): CaughtMail[] {
  return mail?.mails ?? [];
}
