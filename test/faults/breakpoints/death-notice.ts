import { writeSync } from "node:fs";

const mark = "killed at breakpoint ";

/** Said before the process dies, or it would not be said. */
export function writeDeathNotice(breakpoint: string): void {
  writeSync(process.stderr.fd, `${mark}${breakpoint}\n`);
}

/** The breakpoint at which the writer of this line has died, or null when it says something else. */
export function readDeathNotice(line: string): string | null {
  return line.startsWith(mark) ? line.slice(mark.length) : null;
}
