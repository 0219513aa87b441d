import { execFile } from "node:child_process";
import { createServer, type ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { type CaughtMail, escapeHtml, mailPage } from "./mail-pages.ts";

export type MailCatcher = {
  smtpUrl: string;
  pageUrl: string;
  mails: CaughtMail[];
  /** To the mail server: now, and since it started. */
  connections: { open: number; opened: number };
  stop: () => Promise<void>;
};

const keptMails = 200;
/** Nothing is taken for addresses there: as a mail server that is down, for whoever wants to see what follows. */
const refusedDomain = "@refused.example";

/** Takes every mail, delivers none, and shows them on a page, beside previews of all that may come. */
export async function startMailCatcher(smtpPort: number, pagePort: number): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const connections = { open: 0, opened: 0 };
  const watching = new Set<ServerResponse>();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onConnect: (_session, done) => {
      connections.open += 1;
      connections.opened += 1;
      done();
    },
    onClose: () => {
      connections.open -= 1;
    },
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith(refusedDomain) ? new Error("451 Not now") : null),
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        ({ to, subject = "", text = "", html }) => {
          const recipients = [to ?? []].flat().map((each) => each.text);
          const at = new Date();
          mails.unshift({ to: recipients.join(", "), subject, text, html: html || "", at });
          mails.splice(keptMails);
          for (const response of watching) response.write("data: a mail\n\n");
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  const page = createServer((request, response) => {
    if (request.url === "/arrivals") return watch(response, watching);
    void answer(request.url, mails).then(({ type, status = 200, body }) => {
      response.writeHead(status, { "Content-Type": type }).end(body);
    });
  });
  await Promise.all([
    new Promise<void>((resolve) => smtp.listen(smtpPort, "127.0.0.1", resolve)),
    new Promise<void>((resolve) => page.listen(pagePort, "127.0.0.1", resolve)),
  ]);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    pageUrl: `http://localhost:${pagePort}`,
    mails,
    connections,
    stop: async () => {
      page.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => page.close(() => resolve())),
      ]);
    },
  };
}

type Answer = { type: string; status?: number; body: string };
const html = "text/html; charset=utf-8";

async function answer(url: string | undefined, mails: CaughtMail[]): Promise<Answer> {
  if (url === "/mails.json") return { type: "application/json", body: JSON.stringify(mails) };
  if (url === "/previews") return printPreviews();
  return { type: html, body: mailPage(mails) };
}

const printer = path.join(import.meta.dirname, "print-previews.ts");
/** Some thirty of them, of a few kilobytes each in either form. */
const maxBuffer = 16 * 1024 * 1024;

/** Code that does not run as it was just saved is told on the page. */
async function printPreviews(): Promise<Answer> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [printer], { maxBuffer });
    return { type: html, body: stdout };
  } catch (error) {
    return { type: html, status: 500, body: `<pre>${escapeHtml(String(error))}</pre>` };
  }
}

/** Tells a page of every mail that arrives, for as long as it is open (server-sent events). */
function watch(response: ServerResponse, watching: Set<ServerResponse>): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
  watching.add(response);
  response.on("close", () => watching.delete(response));
}
