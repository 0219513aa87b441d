import path from "node:path";

/** Options of vitest and Playwright whose value is the next word. Any other value is written with `=`. */
const optionsWithValue = new Set([
  "-c",
  "--config",
  "-g",
  "--grep",
  "-j",
  "--workers",
  "-p",
  "--project",
  "-t",
  "--testNamePattern",
  "--max-failures",
  "--repeat-each",
  "--reporter",
  "--retries",
  "--retry",
  "--timeout",
  "--trace",
]);

/** The words that name files, without the options and their values. */
export function pathsAmong(words: string[]): string[] {
  return words.filter(
    (word, index) => !word.startsWith("-") && !optionsWithValue.has(words[index - 1] ?? ""),
  );
}

/** The first path that is part of no file's name. `:12` at its end, a line of the file, is no part of the name. */
export function findUnknownPath(paths: string[], files: string[]): string | undefined {
  return paths.find((given) => {
    const wanted = path.relative("", given.replace(/:\d+$/, ""));
    return !files.some((file) => file.includes(wanted));
  });
}
