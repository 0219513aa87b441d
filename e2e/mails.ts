import { expect } from "@playwright/test";
import { z } from "zod";

const caught = z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() }));

/** Where the mail of an app is caught: of the usual one, or of the one whose locks last seconds. */
function catcherOf(home: string | undefined): string {
  const isHasty = home !== undefined && home === process.env["E2E_HASTY_URL"];
  return process.env[isHasty ? "E2E_HASTY_MAIL_URL" : "E2E_MAIL_URL"] ?? "";
}

/** The texts of the emails that an address was sent, the newest first. */
export async function emailsTo(email: string, home?: string): Promise<string[]> {
  const answer = await fetch(`${catcherOf(home)}/mails.json`);
  const mails = caught.parse(await answer.json());
  return mails.filter(({ to }) => to.includes(email)).map(({ text }) => text);
}

/** What stands in the newest email to an address that has it, once it has arrived. */
export async function sentTo(email: string, what: RegExp, home?: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => {
      const texts = await emailsTo(email, home);
      found = texts.map((text) => what.exec(text)?.[0]).find(Boolean);
      return found;
    })
    .toBeTruthy();
  return found ?? "";
}

/** The six digits in the email that asks whether an address is somebody's. */
export function codeSentTo(email: string, home?: string): Promise<string> {
  return sentTo(email, /(?<!\S)\d{6}(?!\S)/, home);
}

/** The path of the link in an email that leads to a page of ours. */
export async function linkSentTo(email: string, page: string, home?: string): Promise<string> {
  const link = await sentTo(email, new RegExp(`https?://\\S+${page}\\?token=[\\w-]+`), home);
  const { pathname, search } = new URL(link);
  return pathname + search;
}
