/** `mutant`, `failpoint` or `pause`, and its name. */
export type Marker = { kind: string; name: string };

const marker = /^\s*\/\/ (mutant|failpoint|pause): (.+)$/;

/**
 * The markers of a source, each with the line it stands above: the number, from 1, of the next line that is not
 * a marker itself.
 */
export function readMarkers(source: string): { line: number; marker: Marker }[] {
  const lines = source.split("\n");
  return lines.flatMap((text, index) => {
    const [, kind = "", names = ""] = marker.exec(text) ?? [];
    if (!kind) return [];
    const below = lines.slice(index).findIndex((each) => !marker.test(each));
    return names.split(" · ").map((name) => ({ line: index + below + 1, marker: { kind, name } }));
  });
}

/** The line, from 1, on which the first word of `find` stands in a source. */
export function lineOf(source: string, find: string): number {
  const start = source.indexOf(find) + find.search(/\S/);
  return source.slice(0, start).split("\n").length;
}
