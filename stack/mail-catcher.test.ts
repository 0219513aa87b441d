import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allEmails } from "#lib/email/all-emails.ts";
import { sampleFacts } from "#lib/email/sample-facts.ts";
import { freePort } from "./free-port.ts";
import { type MailCatcher, startMailCatcher } from "./mail-catcher.ts";

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await startMailCatcher(await freePort(), await freePort());
});
afterAll(() => catcher.stop());

async function send(html?: string): Promise<void> {
  const mail = { from: "a@rowlock.example", to: "b@rowlock.example", subject: "Hello <b>" };
  await createTransport(catcher.smtpUrl).sendMail({
    ...mail,
    text: "In <i>text</i>",
    ...(html && { html }),
  });
}

async function get(path: string): Promise<string> {
  const answer = await fetch(catcher.pageUrl + path);
  expect(answer.status).toBe(200);
  return answer.text();
}

const frames = (page: string) => page.match(/<iframe[^>]*>/g) ?? [];

test("a caught mail is listed with what it says, in both forms", async () => {
  await send('<p>In "HTML" <script>alert(1)</script></p>');
  const [mail] = JSON.parse(await get("/mails.json")) as object[]; // what the catcher keeps
  expect(mail).toEqual({
    to: "b@rowlock.example",
    subject: "Hello <b>",
    text: "In <i>text</i>",
    html: expect.stringContaining('In "HTML"'),
    at: expect.stringMatching(/^\d{4}-/),
  });
  const page = await get("/");
  expect(page).toContain("<h2>Hello &#60;b&#62;</h2>");
  expect(page).toContain("In &#60;i&#62;text&#60;/i&#62;");
  expect(page).not.toContain("<script>alert");
  expect(frames(page)).toHaveLength(2);
  for (const frame of frames(page)) {
    expect(frame).toContain("In &#34;HTML&#34;");
    expect(frame).toMatch(/sandbox="(?!.*allow-(?:scripts|same-origin))/);
  }
});

test("a mail of text alone has no frame", async () => {
  const before = frames(await get("/")).length;
  await send();
  expect(frames(await get("/"))).toHaveLength(before);
});

test("an open page is told of a mail that arrives", async () => {
  const { body } = await fetch(`${catcher.pageUrl}/arrivals`);
  await send();
  const reader = body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  expect(new TextDecoder().decode(value)).toMatch(/^data: .+\n\n$/);
  await reader?.cancel();
});

test("every email has its previews, of every sample, beside its text; the front page leads there", async () => {
  expect(await get("/")).toContain('href="/previews"');
  const page = await get("/previews");
  for (const { name, when } of allEmails)
    expect(page).toContain(`<h2>${when ? `${name}: ${when}` : name}</h2>`);
  const previews = allEmails.length * Object.keys(sampleFacts).length;
  expect(page.match(/<pre>/g)).toHaveLength(previews);
  expect(frames(page)).toHaveLength(2 * previews);
  for (const sample of Object.keys(sampleFacts))
    expect(page.match(new RegExp(`<article><p>${sample}</p>`, "g"))).toHaveLength(allEmails.length);
  expect(page).not.toMatch(/<script|evil\.example/);
});
