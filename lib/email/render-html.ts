import { type Block, type EmailContent, type Fact, signature, webAddress } from "./content.ts";
import { emailColours } from "./email-colours.ts";
import { oneLine } from "./plain-words.ts";

// Tables and inline styles, because mail programs lay out little else. Styles in the head are for what cannot stand
// inline, the dark theme: a program that leaves them out shows the light one.

const { light } = emailColours;
const plain = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const display = "font-family:'Bricolage Grotesque','Helvetica Neue',Helvetica,Arial,sans-serif;";
const bare = 'cellpadding="0" cellspacing="0" border="0"';
const layout = `role="presentation" ${bare}`;

/**
 * An email as an HTML document that asks nothing of any server: no images, no fonts, no scripts. All words are
 * escaped. Throws where an action has no `webAddress`.
 */
export function renderHtml(content: EmailContent): string {
  const subject = escape(content.subject);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${subject}</title>
<style>
${darkStyles}
</style>
</head>
<body class="paper ink" style="margin:0;padding:0;background-color:${light.paper};color:${light.ink};">
${preheader(content)}
<table ${layout} width="100%" lang="en" dir="ltr" class="paper" style="background-color:${light.paper};"><tr><td align="center" style="padding:24px 12px 32px;">
<table ${layout} width="560" style="width:100%;max-width:560px;">
<tr><td class="ink" style="padding:0 4px 16px;color:${light.ink};${display}font-size:24px;font-weight:800;letter-spacing:-0.02em;">Rowlock</td></tr>
<tr><td class="accent" style="height:4px;background-color:${light.accent};font-size:0;line-height:4px;">&nbsp;</td></tr>
<tr><td class="card line" style="padding:28px 24px 12px;background-color:${light.card};border:1px solid ${light.line};border-top:0;border-radius:0 0 3px 3px;">
<h1 class="ink" style="margin:0 0 20px;color:${light.ink};${display}font-size:26px;line-height:1.2;font-weight:800;letter-spacing:-0.02em;overflow-wrap:anywhere;">${subject}</h1>
${[...(content.greeting ? [paragraph(content.greeting)] : []), ...content.blocks.map(renderBlock)].join("\n")}
</td></tr>
<tr><td class="soft" style="padding:16px 4px 0;color:${light.soft};${plain}font-size:14px;line-height:1.5;">${escape(signature)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.text);
    case "facts":
      return factTable(block.facts);
    case "action":
      return button(block.label, webAddress(block.url));
    case "code":
      return `<p class="ink sunk" style="margin:0 0 20px;padding:16px;background-color:${light.sunk};color:${light.ink};${display}font-size:36px;line-height:1.2;font-weight:800;letter-spacing:0.2em;font-variant-numeric:tabular-nums;text-align:center;">${escape(block.code)}</p>`;
    case "note":
      return `<p class="soft" style="margin:0 0 16px;color:${light.soft};${plain}font-size:14px;line-height:1.5;overflow-wrap:anywhere;">${escape(block.text)}</p>`;
  }
}

function paragraph(text: string): string {
  return `<p class="ink" style="margin:0 0 16px;color:${light.ink};${plain}font-size:16px;line-height:1.5;overflow-wrap:anywhere;">${escape(text)}</p>`;
}

/** Between perforations, as on a ticket. */
function factTable(facts: Fact[]): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" align="left" valign="top" class="soft" style="width:72px;padding:5px 12px 5px 0;color:${light.soft};${plain}font-size:14px;line-height:24px;font-weight:400;">${escape(label)}</th>
<td align="left" valign="top" class="ink" style="padding:5px 0;color:${light.ink};${plain}font-size:16px;line-height:24px;font-weight:600;overflow-wrap:anywhere;">${escape(value)}</td></tr>`,
  );
  return `<table ${bare} width="100%" class="line" style="margin:4px 0 20px;padding:11px 0;border-top:2px dashed ${light.line};border-bottom:2px dashed ${light.line};">
${rows.join("\n")}
</table>`;
}

/** The cell has the colour and the link the room, 44 pixels high: Outlook gives a link neither. */
function button(label: string, address: string): string {
  return `<table ${layout} style="margin:4px 0 16px;"><tr><td class="accent" style="background-color:${light.accent};border-radius:3px;">
<a href="${escape(address)}" class="on-accent" style="display:inline-block;padding:10px 20px;color:${light["on-accent"]};${plain}font-size:16px;line-height:24px;font-weight:600;text-decoration:none;">${escape(label)}</a>
</td></tr></table>`;
}

/** What a mailbox shows beside the subject: not the subject once more. */
function preheader({ blocks }: EmailContent): string {
  const first = blocks.find((block) => block.kind === "paragraph");
  if (!first) return "";
  return `<div style="display:none;max-height:0;overflow:hidden;">${escape(first.text)}</div>`;
}

const darkStyles = `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
${darkRules().join("\n")}
}`;

/** A class for each colour, named as it is. `!important`, because what is inline goes first otherwise. */
function darkRules(): string[] {
  const { dark } = emailColours;
  return [
    ...(["paper", "card", "sunk", "accent"] as const).map(
      (name) => `.${name} { background-color: ${dark[name]} !important; }`,
    ),
    ...(["ink", "soft", "on-accent"] as const).map(
      (name) => `.${name} { color: ${dark[name]} !important; }`,
    ),
    `.line { border-color: ${dark.line} !important; }`,
  ];
}

function escape(text: string): string {
  return oneLine(text).replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
