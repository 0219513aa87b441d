export type FormFields = { [name: string]: unknown };

/** `a[b]=c`, as Stripe's API reads it. What is undefined or null is left out. */
export function encodeForm(fields: FormFields): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) addField(pairs, name, value);
  return pairs.toString();
}

function addField(pairs: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    pairs.append(name, `${value}`);
    return;
  }
  for (const [key, inner] of Object.entries(value)) addField(pairs, `${name}[${key}]`, inner);
}
