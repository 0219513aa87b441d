import { text as readAll } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freePort } from "#stack/free-port.ts";
import type { EmailContent } from "./content.ts";
import { closeMailConnections, deliver } from "./deliver.ts";
import { sampleFacts } from "./sample-facts.ts";
import { ticketBought } from "./ticket-bought.ts";

/** What arrived, as it came over the wire, and for whom. */
const arrived: { source: string; recipients: string[] }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, { envelope }, done) => {
    readAll(stream).then(
      (source) => {
        arrived.push({ source, recipients: envelope.rcptTo.map(({ address }) => address) });
        done();
      },
      (error: Error) => done(error),
    );
  },
});

beforeAll(async () => {
  const port = await freePort();
  process.env["SMTP_URL"] = `smtp://127.0.0.1:${port}`;
  process.env["MAIL_FROM"] = "tickets@rowlock.example";
  process.env["DATABASE_URL"] = "postgres://localhost/unused";
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
beforeEach(() => {
  arrived.length = 0;
});
afterAll(async () => {
  closeMailConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const hello: EmailContent = {
  subject: "Hello",
  greeting: "Hello Ada,",
  blocks: [{ kind: "action", label: "Look", url: "https://rowlock.example/" }],
};
const ada = { name: "Ada", address: "ada@rowlock.example" };

async function deliverAndRead(given: Partial<Parameters<typeof deliver>[0]> = {}) {
  await deliver({ messageId: "some-event.hello", to: ada, content: hello, ...given });
  const { source = "", recipients = [] } = arrived.at(-1) ?? {};
  return { source, recipients, mail: await simpleParser(source) };
}

function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  return Object.fromEntries(headerLines.map(({ key, line }) => [key, line.slice(key.length + 2)]));
}

test("it comes from Rowlock, says what list it is of, and that nobody wrote it by hand", async () => {
  const { mail, recipients } = await deliverAndRead();
  expect(headersOf(mail)).toMatchObject({
    from: "Rowlock <tickets@rowlock.example>",
    to: "Ada <ada@rowlock.example>",
    subject: "Hello",
    "list-id": "Rowlock <notices.localhost>",
    "auto-submitted": "auto-generated",
    "message-id": "<some-event.hello@localhost>",
    "mime-version": "1.0",
  });
  expect(headersOf(mail)["date"]).toMatch(/^\w{3}, \d{2} \w{3} \d{4} /);
  expect(recipients).toEqual(["ada@rowlock.example"]);
});

test("it is text and HTML, and a program that shows the last that it knows shows HTML", async () => {
  const { source, mail } = await deliverAndRead();
  expect(headersOf(mail)["content-type"]).toMatch(/^multipart\/alternative;/);
  expect(source.match(/^Content-Type: text\/\w+; charset=utf-8/gm)).toEqual([
    "Content-Type: text/plain; charset=utf-8",
    "Content-Type: text/html; charset=utf-8",
  ]);
  expect(mail.text).toContain("Look: https://rowlock.example/");
  expect(mail.html).toContain('href="https://rowlock.example/"');
});

test.each(Object.entries(sampleFacts))(
  "whatever people are called (%s), it is one email for one person, with the same headers",
  async (_, facts) => {
    const usual = Object.keys(headersOf((await deliverAndRead()).mail));
    const { to, content } = ticketBought(facts, "https://rowlock.example");
    const { source, recipients, mail } = await deliverAndRead({
      to: { name: to.name, address: to.email },
      content,
    });
    expect(arrived).toHaveLength(2);
    expect(recipients).toEqual([to.email]);
    expect(Object.keys(headersOf(mail))).toEqual(usual);
    expect([mail.to].flat().map((each) => each?.value.length)).toEqual([1]);
    expect(mail.subject).toBe(content.subject);
    expect(mail.attachments).toEqual([]);
    expect(source).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    for (const line of source.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
  },
);

test.each([
  "Ada\r\nBcc: all@elsewhere.example",
  'Ada" <all@elsewhere.example>, "B',
  "Ada, Ben; all@elsewhere.example",
  "=?utf-8?Q?Bcc?=",
  "Ada\0\ud800",
  "",
])("a recipient called %j is one recipient", async (name) => {
  const { recipients, mail } = await deliverAndRead({ to: { ...ada, name } });
  expect(recipients).toEqual(["ada@rowlock.example"]);
  expect(headersOf(mail)["bcc"]).toBeUndefined();
  expect([mail.to].flat().flatMap((each) => each?.value.map(({ address }) => address))).toEqual([
    "ada@rowlock.example",
  ]);
});

test.each(["a.hello>\r\nBcc: all@elsewhere.example", "a hello", "a.", "<a@b>", ""])(
  "%j makes no Message-ID, and nothing is sent",
  async (messageId) => {
    await expect(deliverAndRead({ messageId })).rejects.toThrow("No Message-ID");
    expect(arrived).toEqual([]);
  },
);
