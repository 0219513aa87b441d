import { execFile } from "node:child_process";
import path from "node:path";

export type Ended = { exitCode: number | string | null; output: string; errors: string };

/** Runs a program of this folder in a process of its own until it ends by itself. */
export function runProgram(name: string, env: Record<string, string>): Promise<Ended> {
  const file = path.join(import.meta.dirname, name);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [file],
      { env: { ...process.env, ...env }, timeout: 25_000 },
      (error, output, errors) =>
        resolve({ exitCode: error ? (error.code ?? error.signal ?? null) : 0, output, errors }),
    );
  });
}
