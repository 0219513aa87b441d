import { writeSync } from "node:fs";

const mark = "killed at failpoint ";

/** Written synchronously: the process is killed right after it. */
export function writeKillNotice(failpoint: string): void {
  writeSync(process.stderr.fd, `${mark}${failpoint}\n`);
}

/** The failpoint at which the process that wrote this line was killed, or null when the line says something else. */
export function readKillNotice(line: string): string | null {
  return line.startsWith(mark) ? line.slice(mark.length) : null;
}
