/** `wanted` may name a type, `charge.*` or `*`; without it every type matches. */
export function matchesType(wanted: string[] | undefined, type: string): boolean {
  return (
    !wanted ||
    wanted.some(
      (pattern) =>
        pattern === "*" ||
        pattern === type ||
        (pattern.endsWith(".*") && type.startsWith(pattern.slice(0, -1))),
    )
  );
}
