/** What a caught mail shows of itself. */
export type CaughtMail = { to: string; subject: string; text: string; html: string; at: Date };

/** The mail catcher's front page: what was caught, the newest first. It loads itself anew when a mail arrives. */
export function mailPage(mails: CaughtMail[]): string {
  const articles = mails.map(
    ({ to, subject, text, html, at }) => `<article><h2>${escapeHtml(subject)}</h2>
<p>To ${escapeHtml(to)}, ${at.toISOString()}</p>
${bothForms(html, text)}</article>`,
  );
  return page(
    "Mail that would have been sent",
    `<p><a href="/previews">Previews of every email</a></p>
${articles.join("\n") || "<p>None yet. Buy a ticket.</p>"}
<script>new EventSource("/arrivals").onmessage = () => location.reload()</script>`,
  );
}

export type PreviewedEmail = {
  name: string;
  of: string;
  subject: string;
  html: string;
  text: string;
};

/** Every email, written from every sample, as light and as dark as mail programs show it, and as text. */
export function previewsPage(previews: PreviewedEmail[]): string {
  const names = [...new Set(previews.map(({ name }) => name))];
  const links = names.map((name) => `<a href="#${idOf(name)}">${escapeHtml(name)}</a>`);
  const sections = names.map((name) => {
    const articles = previews
      .filter((each) => each.name === name)
      .map(
        ({ of, subject, html, text }) => `<article><p>${escapeHtml(of)}</p>
<h3>${escapeHtml(subject)}</h3>
${bothForms(html, text)}</article>`,
      );
    return `<section id="${idOf(name)}"><h2>${escapeHtml(name)}</h2>\n${articles.join("\n")}</section>`;
  });
  return page(
    "Every email",
    `<p><a href="/">Caught mail</a></p>\n<nav>${links.join(" · ")}</nav>\n${sections.join("\n")}`,
  );
}

function idOf(name: string): string {
  return name.replaceAll(/\W+/g, "-");
}

function bothForms(html: string, text: string): string {
  const frames = html ? frame(html, "light") + frame(html, "dark") : "";
  return `<div class="forms">${frames}<pre>${escapeHtml(text)}</pre></div>`;
}

/** Nothing in it runs, and what is clicked opens beside it. A frame's colour scheme is what its document is asked for. */
function frame(html: string, scheme: "light" | "dark"): string {
  const document = html.replace("<head>", '<head><base target="_blank">');
  return `<iframe title="${scheme}" style="color-scheme:${scheme}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(document)}"></iframe>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>body{font:16px/1.5 system-ui;max-width:86rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
section{margin-top:3rem}article{border-top:1px solid;padding:1rem 0}h2{font-size:1.3rem}h2,h3,p{margin:0 0 .5rem}h3{font-size:1.1rem}article>*{overflow-wrap:anywhere}
.forms{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:1rem}
iframe{border:1px solid;width:100%;height:42rem;resize:both}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}</style>
<h1>${title}</h1>
${body}</html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
