import { createWriteStream, type WriteStream } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Child, startChild } from "#stack/child.ts";
import { readKillNotice } from "../failpoints/kill-notice.ts";

type Program = {
  name: string;
  /** Node's: its options, and the file. */
  arguments: string[];
  /** Its environment, given how often it was started before. */
  env: (start: number) => Record<string, string>;
  isReady: (line: string) => boolean;
  logFile: string;
  onLine?: (line: string) => void;
  /** Called each time it is killed at a failpoint. */
  onKilled: (failpoint: string) => void;
};

export type SupervisedProcess = {
  name: string;
  /** Its last lines, each time it ended without having been killed. */
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

type Supervised = {
  program: Program;
  log: WriteStream;
  child: Child | undefined;
  starts: number;
  isUp: boolean;
  falseStarts: number;
  crashes: string[];
  /** `kill` or `stop` is ending it, and sees to what follows. */
  beingEnded: boolean;
  readiness: PromiseWithResolvers<void>;
};

/** Starts a program and, like any host, starts it again whenever it ends. */
export function supervise(program: Program): SupervisedProcess {
  const supervised: Supervised = {
    program,
    log: createWriteStream(program.logFile),
    child: undefined,
    starts: 0,
    isUp: false,
    falseStarts: 0,
    crashes: [],
    beingEnded: false,
    readiness: Promise.withResolvers(),
  };
  start(supervised);
  return {
    name: program.name,
    crashes: supervised.crashes,
    falseStarts: () => supervised.falseStarts,
    ready: () => supervised.readiness.promise,
    isUp: () => supervised.isUp,
    kill: (downMilliseconds) => kill(supervised, downMilliseconds),
    freeze: (milliseconds) => freeze(supervised, milliseconds),
    async stop() {
      supervised.beingEnded = true;
      signal(supervised, "SIGCONT");
      await supervised.child?.stop();
      supervised.log.end();
    },
  };
}

function start(supervised: Supervised): void {
  const { program, log } = supervised;
  const life = { wasReady: false, wasKilled: false };
  const child = startChild({
    name: program.name,
    command: process.execPath,
    arguments: program.arguments,
    env: program.env(supervised.starts),
    onLine: (line) => {
      if (log.writable) log.write(`${line}\n`);
      if (program.isReady(line)) {
        life.wasReady = true;
        supervised.isUp = true;
        supervised.readiness.resolve();
      }
      const failpoint = readKillNotice(line);
      if (failpoint) {
        life.wasKilled = true;
        program.onKilled(failpoint);
      }
      program.onLine?.(line);
    },
  });
  supervised.child = child;
  supervised.starts += 1;
  void child.ended.then((how) => {
    supervised.isUp = false;
    return startAgain(supervised, child, how, life);
  });
}

/** It ended by itself: a crash, unless it was killed at a failpoint or only could not start. */
async function startAgain(
  supervised: Supervised,
  child: Child,
  how: string,
  life: { wasReady: boolean; wasKilled: boolean },
): Promise<void> {
  if (supervised.beingEnded) return;
  if (life.wasReady) supervised.readiness = Promise.withResolvers();
  await pause(300); // by then its last lines have come
  if (life.wasReady && !life.wasKilled)
    supervised.crashes.push([how, ...child.lastLines().slice(-12)].join("\n"));
  if (!life.wasReady && !life.wasKilled) supervised.falseStarts += 1;
  if (!supervised.beingEnded && supervised.child === child) start(supervised);
}

async function kill(supervised: Supervised, downMilliseconds: number): Promise<void> {
  supervised.beingEnded = true;
  supervised.readiness = Promise.withResolvers();
  signal(supervised, "SIGKILL");
  await supervised.child?.ended;
  await pause(downMilliseconds);
  supervised.beingEnded = false;
  start(supervised);
  await supervised.readiness.promise;
}

async function freeze(supervised: Supervised, milliseconds: number): Promise<void> {
  signal(supervised, "SIGSTOP");
  await pause(milliseconds);
  signal(supervised, "SIGCONT");
}

function signal({ child }: Supervised, name: NodeJS.Signals): void {
  try {
    if (child) process.kill(child.pid, name);
  } catch {
    // ended by itself a moment ago
  }
}
