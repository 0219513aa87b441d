/** `path` when it stays inside this site, else `fallback`. For every address to go on to that came with a request. */
export function returnPath(path: string | undefined, fallback = "/"): string {
  if (!path || !/^\/(?![/\\])/.test(path)) return fallback;
  const inside = "https://inside.invalid";
  const url = URL.parse(path, inside);
  if (!url || url.origin !== inside) return fallback;
  // "/..//elsewhere" stays inside only until its dots are resolved: then two slashes name a host.
  return url.pathname.startsWith("//") ? fallback : url.pathname + url.search + url.hash;
}
