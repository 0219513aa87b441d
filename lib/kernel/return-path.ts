/** `path` when it stays inside this site, else `fallback`. For every "and then go to …" that came with a request. */
export function returnPath(path: string | undefined, fallback = "/"): string {
  if (!path || !/^\/(?![/\\])/.test(path)) return fallback;
  const inside = "https://inside.invalid";
  const url = URL.parse(path, inside);
  return url?.origin === inside ? url.pathname + url.search + url.hash : fallback;
}
