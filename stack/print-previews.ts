// A program of its own, which the mail catcher starts at every look: so a look shows the code as it was last saved.
import { allEmails } from "#lib/email/all-emails.ts";
import { oneLine } from "#lib/email/plain-words.ts";
import { renderHtml } from "#lib/email/render-html.ts";
import { renderText } from "#lib/email/render-text.ts";
import { sampleFacts } from "#lib/email/sample-facts.ts";
import { previewsPage } from "./mail-pages.ts";

const appUrl = "https://rowlock.example";

const previews = allEmails.flatMap(({ name, when, write }) =>
  Object.entries(sampleFacts).map(([sample, facts]) => {
    const content = write(facts, appUrl);
    return {
      name: when ? `${name}: ${when}` : name,
      of: sample,
      subject: oneLine(content.subject),
      html: renderHtml(content),
      text: renderText(content),
    };
  }),
);

process.stdout.write(previewsPage(previews));
