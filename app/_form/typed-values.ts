/** What came for a form: its fields as they were typed, and those that a form of ours cannot have sent so. */
export type Typed = { values: Record<string, string>; problems: Record<string, string> };

const twice = "This was sent more than once. Reload the page and try again.";
const file = "This was sent as a file, and is a text. Reload the page and try again.";

/**
 * Reads the text fields of a form. An action can be called with anything: what is no form has no fields, and which of
 * two texts of one field was meant nobody can say.
 */
export function readTyped(form: unknown): Typed {
  const values: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const [name, value] of form instanceof FormData ? form : []) {
    if (name.startsWith("$ACTION")) continue;
    if (Object.hasOwn(values, name)) set(problems, name, twice);
    else if (typeof value !== "string") set(problems, name, file);
    if (!Object.hasOwn(values, name)) set(values, name, typeof value === "string" ? value : "");
  }
  return { values, problems };
}

/** A name may be any, `__proto__` among them. */
function set(fields: Record<string, string>, name: string, text: string): void {
  Object.defineProperty(fields, name, { value: text, enumerable: true, configurable: true });
}
