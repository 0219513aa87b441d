export type FormValue = string | FormHash;
export type FormHash = { [key: string]: FormValue };

/**
 * `a[b]=1&list[0]=x&list[]=y` as Stripe's SDKs send it. An empty string is kept: it means "unset". Whether `[0]` is a position
 * (`listOf`) or a name (`metadata[0]`) depends on the parameter, so both are decoded into a hash.
 */
export function decodeForm(text: string): FormHash {
  const root = emptyHash();
  for (const [key, value] of new URLSearchParams(text)) place(root, splitKey(key), value);
  return root;
}

/** No prototype: a parameter called `__proto__` is just an unknown parameter. */
function emptyHash(): FormHash {
  return Object.create(null) as FormHash; // Object.create is typed `any`
}

function splitKey(key: string): string[] {
  const bracket = key.indexOf("[");
  if (bracket < 0) return [key];
  return [
    key.slice(0, bracket),
    ...[...key.slice(bracket).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? ""),
  ];
}

function place(hash: FormHash, path: string[], value: string): void {
  const [first = "", ...rest] = path;
  const name = first === "" ? String(Object.keys(hash).length) : first;
  if (rest.length === 0) {
    hash[name] = value;
    return;
  }
  const next = hash[name];
  const inner = isHash(next) ? next : emptyHash();
  hash[name] = inner;
  place(inner, rest, value);
}

/** The items in the order of their numbers; `null` when it is no list. */
export function listOf(value: FormValue | undefined): FormValue[] | null {
  if (!isHash(value) || !Object.keys(value).every((key) => /^\d+$/.test(key))) return null;
  return Object.values(value);
}

export function isHash(value: FormValue | undefined): value is FormHash {
  return typeof value === "object";
}
