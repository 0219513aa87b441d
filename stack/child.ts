import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

type Command = {
  name: string;
  command: string;
  arguments: string[];
  env?: Record<string, string | undefined>;
  /** Is given each line of output. The last lines are kept in any case, to be shown when it fails. */
  onLine?: (line: string) => void;
  stopSignal?: NodeJS.Signals;
  /** The folder it starts in; this process's own by default. */
  cwd?: string;
};

export type Child = {
  name: string;
  pid: number;
  /** Resolves when it has ended, with a sentence about how. */
  ended: Promise<string>;
  lastLines: () => string[];
  stop: () => Promise<void>;
};

const keptLines = 40;
/** What is still running when this process exits, for whatever reason, is stopped. */
const running = new Map<number, NodeJS.Signals>();
process.on("exit", () => running.forEach((stopSignal, pid) => signalProcess(pid, stopSignal)));

const patienceMilliseconds = 30_000;

/** Starts a process in a group of its own, so that Ctrl-C reaches this process alone, which stops the others in order. */
export function startChild({
  name,
  command,
  env,
  onLine,
  cwd,
  stopSignal = "SIGTERM",
  ...rest
}: Command): Child {
  const lines: string[] = [];
  const child = spawn(command, rest.arguments, {
    env: { ...process.env, ...env },
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const keep = (line: string) => {
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    onLine?.(line);
  };
  readLines(child.stdout, keep);
  readLines(child.stderr, keep);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`${name} cannot be started: ${error.message}`));
    child.once("exit", (code, signal) =>
      resolve(`${name} ended (${signal ?? `exit code ${code}`})`),
    );
  });
  const pid = child.pid ?? 0;
  running.set(pid, stopSignal);
  void ended.then(() => running.delete(pid));
  return {
    name,
    pid,
    ended,
    lastLines: () => [...lines],
    stop: () => stop(pid, ended, stopSignal),
  };
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on("line", onLine);
}

async function stop(
  pid: number,
  ended: Promise<string>,
  stopSignal: NodeJS.Signals,
): Promise<void> {
  signalProcess(pid, stopSignal);
  const late = setTimeout(() => signalProcess(-pid, "SIGKILL"), patienceMilliseconds);
  await ended;
  clearTimeout(late);
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    if (pid !== 0) process.kill(pid, signal);
  } catch {
    // gone already
  }
}
