export type FormValue = string | FormValue[] | FormHash;
export type FormHash = { [key: string]: FormValue };

/** `a[b]=1&list[0]=x&list[]=y` as Stripe's SDKs send it. An empty string stays: it means "unset". */
export function decodeForm(text: string): FormHash {
  const root = emptyHash();
  for (const [key, value] of new URLSearchParams(text)) place(root, splitKey(key), value);
  const decoded = listsFromIndexes(root);
  return isHash(decoded) ? decoded : root;
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

function listsFromIndexes(value: FormValue): FormValue {
  if (!isHash(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key)))
    return Object.values(value).map(listsFromIndexes);
  for (const key of keys) {
    const inner = value[key];
    if (inner !== undefined) value[key] = listsFromIndexes(inner);
  }
  return value;
}

export function isHash(value: FormValue | undefined): value is FormHash {
  return typeof value === "object" && !Array.isArray(value);
}
