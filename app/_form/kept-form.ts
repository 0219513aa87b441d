/** What was typed, kept while a page that is older than the server loads itself anew. */

const key = "what-was-typed";
const mark = "was-kept";

export function keepForm(form: FormData): void {
  const texts = textsOf(form).filter(([name]) => !/password/i.test(name));
  sessionStorage.setItem(key, JSON.stringify({ page: window.location.pathname, texts }));
}

/** What was kept, once, if this is the form that it was typed into. */
export function takeKeptForm(form: HTMLFormElement): FormData | null {
  const kept = sessionStorage.getItem(key);
  if (!kept) return null;
  const read = parseKept(kept);
  if (read && !belongsTo(form, read)) return null; // it is for another form, which may still ask for it
  sessionStorage.removeItem(key);
  if (!read) return null;
  const again = new FormData();
  for (const [name, text] of read.texts) again.append(name, text);
  again.append(mark, "");
  return again;
}

type Kept = { page: string; texts: [string, string][] };

/** Null for anything this version does not write: the one that kept it may have been another. */
function parseKept(json: string): Kept | null {
  const kept: unknown = JSON.parse(json);
  return isKept(kept) ? kept : null;
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== "object" || kept === null || !("page" in kept) || !("texts" in kept))
    return false;
  const { page, texts } = kept;
  return typeof page === "string" && Array.isArray(texts) && texts.every(isText);
}

function isText(entry: unknown): boolean {
  return (
    Array.isArray(entry) && entry.length === 2 && entry.every((each) => typeof each === "string")
  );
}

function belongsTo(form: HTMLFormElement, { page, texts }: Kept): boolean {
  const fits = texts.every(([name]) => form.elements.namedItem(name) !== null);
  return page === window.location.pathname && fits;
}

export function wasKept(form: FormData): boolean {
  return form.has(mark);
}

export function textsOf(form: FormData): [string, string][] {
  return [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
}
