/** One line of what an email is about. */
export type Fact = { label: string; value: string };

/** A part of an email. The list is closed: a form that does not know every kind (`renderText`, `renderHtml`) does not compile. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "facts"; facts: Fact[] }
  /** What to do next: a button, and in text its label before its address. */
  | { kind: "action"; label: string; url: string }
  /** Digits to type in somewhere, shown large. */
  | { kind: "code"; code: string }
  /** Small print. */
  | { kind: "note"; text: string };

/**
 * What an email says, once, for both forms in which it is sent. Words are ours; what people wrote stands in them as
 * `quoted` or `plainWords` leave it. The greeting is a whole line, such as `greet` makes.
 */
export type EmailContent = { subject: string; greeting?: string; blocks: Block[] };

/** Who wrote it, at the end of both forms. */
export const signature = "Rowlock, where fans sell tickets to fans";

/** With its label before it, an address must fit into one line of mail, which has 998 bytes (RFC 5322). */
const longestAddress = 800;

/** An action's address, in ASCII. Throws on what is no page of the web, or longer than 800 characters. */
export function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:")
    throw new Error(`An email links to pages, and to nothing that begins with ${protocol}`);
  if (href.length > longestAddress) throw new Error(`An address of ${href.length} characters`);
  return href;
}
