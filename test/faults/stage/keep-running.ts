import { createWriteStream, type WriteStream } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Child, startChild } from "#stack/child.ts";
import { readDeathNotice } from "../breakpoints/death-notice.ts";

type Program = {
  name: string;
  /** Node's: its options, and the file. */
  arguments: string[];
  /** Its environment, given how often it was started before. */
  env: (start: number) => Record<string, string>;
  isReady: (line: string) => boolean;
  logFile: string;
  onLine?: (line: string) => void;
  /** Told of each time it dies at a breakpoint, as it was told to. */
  onDeath: (breakpoint: string) => void;
};

export type KeptRunning = {
  name: string;
  /** What was said last, each time it ended although nobody had ended it. */
  crashes: string[];
  /** How often it gave up while starting, as it does without a database. */
  falseStarts: () => number;
  ready(): Promise<void>;
  isUp(): boolean;
  /** SIGKILL, and a new one after a while. Resolves when the new one is ready. */
  kill(downMilliseconds: number): Promise<void>;
  /** SIGSTOP, and SIGCONT after a while. */
  freeze(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
};

type Kept = {
  program: Program;
  log: WriteStream;
  child: Child | undefined;
  starts: number;
  isUp: boolean;
  falseStarts: number;
  crashes: string[];
  /** Whether its end is being brought about, and somebody will start it again. */
  beingEnded: boolean;
  readiness: PromiseWithResolvers<void>;
};

/** Starts one of our programs and, like any host, starts it again whenever it ends. */
export function keepRunning(program: Program): KeptRunning {
  const kept: Kept = {
    ...{ program, log: createWriteStream(program.logFile), child: undefined },
    ...{ starts: 0, isUp: false, falseStarts: 0, crashes: [], beingEnded: false },
    readiness: Promise.withResolvers(),
  };
  start(kept);
  return {
    name: program.name,
    crashes: kept.crashes,
    falseStarts: () => kept.falseStarts,
    ready: () => kept.readiness.promise,
    isUp: () => kept.isUp,
    kill: (downMilliseconds) => kill(kept, downMilliseconds),
    freeze: (milliseconds) => freeze(kept, milliseconds),
    async stop() {
      kept.beingEnded = true;
      signal(kept, "SIGCONT");
      await kept.child?.stop();
      kept.log.end();
    },
  };
}

function start(kept: Kept): void {
  const { program, log } = kept;
  const life = { wasReady: false, diesAsTold: false };
  const child = startChild({
    name: program.name,
    command: process.execPath,
    arguments: program.arguments,
    env: program.env(kept.starts),
    onLine: (line) => {
      if (log.writable) log.write(`${line}\n`);
      if (program.isReady(line)) {
        life.wasReady = true;
        kept.isUp = true;
        kept.readiness.resolve();
      }
      const breakpoint = readDeathNotice(line);
      if (breakpoint) {
        life.diesAsTold = true;
        program.onDeath(breakpoint);
      }
      program.onLine?.(line);
    },
  });
  kept.child = child;
  kept.starts += 1;
  void child.ended.then((how) => {
    kept.isUp = false;
    return startAgain(kept, child, how, life);
  });
}

/** It ended by itself: noted, unless it was told to or only could not start, and mended. */
async function startAgain(
  kept: Kept,
  child: Child,
  how: string,
  life: { wasReady: boolean; diesAsTold: boolean },
): Promise<void> {
  if (kept.beingEnded) return;
  if (life.wasReady) kept.readiness = Promise.withResolvers();
  await pause(300); // by then its last lines have come
  if (life.wasReady && !life.diesAsTold)
    kept.crashes.push([how, ...child.lastLines().slice(-12)].join("\n"));
  if (!life.wasReady && !life.diesAsTold) kept.falseStarts += 1;
  if (!kept.beingEnded && kept.child === child) start(kept);
}

async function kill(kept: Kept, downMilliseconds: number): Promise<void> {
  kept.beingEnded = true;
  kept.readiness = Promise.withResolvers();
  signal(kept, "SIGKILL");
  await kept.child?.ended;
  await pause(downMilliseconds);
  kept.beingEnded = false;
  start(kept);
  await kept.readiness.promise;
}

async function freeze(kept: Kept, milliseconds: number): Promise<void> {
  signal(kept, "SIGSTOP");
  await pause(milliseconds);
  signal(kept, "SIGCONT");
}

function signal({ child }: Kept, name: NodeJS.Signals): void {
  try {
    if (child) process.kill(child.pid, name);
  } catch {
    // ended by itself a moment ago
  }
}
