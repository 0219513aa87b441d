/** What was typed, kept while a page that is older than the server loads itself anew. */

const key = "what-was-typed";
const mark = "was-kept";

export function keepForm(form: FormData): void {
  const texts = textsOf(form).filter(([name]) => name !== "password");
  sessionStorage.setItem(key, JSON.stringify({ page: window.location.pathname, texts }));
}

/** What was kept, once, if this is the form that it was typed into. */
export function takeKeptForm(form: HTMLFormElement): FormData | null {
  const kept = sessionStorage.getItem(key);
  if (!kept) return null;
  const { page, texts } = JSON.parse(kept) as { page: string; texts: [string, string][] }; // written above
  if (page !== window.location.pathname || texts.some(([name]) => !form.elements.namedItem(name)))
    return null;
  sessionStorage.removeItem(key);
  const again = new FormData();
  for (const [name, text] of [...texts, [mark, ""] as const]) again.append(name, text);
  return again;
}

export function wasKept(form: FormData): boolean {
  return form.has(mark);
}

export function textsOf(form: FormData): [string, string][] {
  return [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
}
