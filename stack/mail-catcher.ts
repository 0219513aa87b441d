import { createServer } from "node:http";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type CaughtMail = { to: string; subject: string; text: string; at: Date };
export type MailCatcher = {
  smtpUrl: string;
  pageUrl: string;
  mails: CaughtMail[];
  /** To the mail server: now, and since it started. */
  connections: { open: number; opened: number };
  stop: () => Promise<void>;
};

const keptMails = 200;

/** Takes every mail, delivers none, and shows them on a page. */
export async function startMailCatcher(smtpPort: number, pagePort: number): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const connections = { open: 0, opened: 0 };
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
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        ({ to, subject = "", text = "" }) => {
          const recipients = [to ?? []].flat().map((each) => each.text);
          mails.unshift({ to: recipients.join(", "), subject, text, at: new Date() });
          mails.splice(keptMails);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  const page = createServer((request, response) => {
    const json = request.url === "/mails.json";
    response.setHeader("Content-Type", json ? "application/json" : "text/html; charset=utf-8");
    response.end(json ? JSON.stringify(mails) : render(mails));
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

function render(mails: CaughtMail[]): string {
  const emails = mails.map(
    ({ to, subject, text, at }) =>
      `<article><h2>${escape(subject)}</h2><p>To ${escape(to)}, ${at.toISOString()}</p><pre>${escape(text)}</pre></article>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Mail</title><style>body{font:16px/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
article{border-top:1px solid;padding:1rem 0}h2{font-size:1.1rem;margin:0}pre{white-space:pre-wrap}</style>
<h1>Mail that would have been sent</h1>${emails.join("") || "<p>None yet. Buy a ticket.</p>"}</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
