export type FormFields = { [name: string]: FormField };
type FormField = string | number | boolean | FormField[] | FormFields;

/** `a[b]=c&list[0]=d`, in the order given. */
export function encodeForm(fields: FormFields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => pairs(name, value))
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
    .join("&");
}

function pairs(name: string, value: FormField): [string, string][] {
  if (typeof value !== "object") return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => pairs(`${name}[${key}]`, inner));
}
