import { Socket } from "node:net";
import { DatabaseSilent, sqlState } from "./sql-state.ts";

/** Limits on this side how long a connection and an answer may take. */
export type Patience = {
  /** Runs `work` when one of the pool's connections is free for it. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits for an answer. If none comes in time, every connection that was silent as long is cut. */
  answer: <T>(asked: PromiseLike<T>) => Promise<T>;
  /** What the driver calls for each connection it opens. */
  openSocket: (address: Address) => Socket;
};

type Address = { host: string[]; port: number[]; path: string | false };
type Wait = { ticks: number; giveUp: () => void };
type Place = Wait & { take: () => void };
type Heard = { bytes: number; silentTicks: number };
type State = {
  limit: number;
  free: number;
  opened: number;
  answers: Set<Wait>;
  places: Set<Place>;
  sockets: Map<Socket, Heard>;
  clock?: NodeJS.Timeout | undefined;
};

const tickMilliseconds = 250;

/**
 * A server that is stopped ends no statement by itself, so the limit has to be on this side. Time is counted in
 * turns of this process's own clock: a process that was stopped itself, or has no CPU, does not take its own silence
 * for the database's.
 */
export function patienceOf(milliseconds: number, connections: number): Patience {
  const state: State = {
    limit: Math.ceil(milliseconds / tickMilliseconds),
    free: connections,
    opened: 0,
    answers: new Set(),
    places: new Set(),
    sockets: new Map(),
  };
  return {
    inTurn: (work) => inTurn(state, work),
    answer: (asked) => answer(state, asked),
    openSocket: (address) => openSocket(state, address),
  };
}

async function inTurn<T>(state: State, work: () => Promise<T>): Promise<T> {
  if (state.free > 0) state.free -= 1;
  else await place(state);
  try {
    return await work();
  } finally {
    const [next] = state.places;
    if (next) next.take();
    else state.free += 1;
  }
}

function place(state: State): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const leave = () => state.places.delete(waiting);
  const waiting = {
    ticks: 0,
    take: () => {
      leave();
      resolve();
    },
    giveUp: () => {
      leave();
      reject(new DatabaseSilent(isAllSilent(state) ? "DATABASE_SILENT" : "DATABASE_BUSY"));
    },
  };
  state.places.add(waiting);
  startClock(state);
  return promise;
}

async function answer<T>(state: State, asked: PromiseLike<T>): Promise<T> {
  const { promise: givenUp, reject } = Promise.withResolvers<never>();
  const waiting = {
    ticks: 0,
    giveUp: () => {
      reject(new DatabaseSilent("DATABASE_SILENT"));
      cutSilent(state);
    },
  };
  state.answers.add(waiting);
  startClock(state);
  try {
    return await Promise.race([givenUp, asked]);
  } catch (error) {
    if (sqlState(error) === "CONNECT_TIMEOUT") tellWaiting(state);
    throw error;
  } finally {
    state.answers.delete(waiting);
  }
}

function openSocket(state: State, { host, port, path }: Address): Socket {
  const socket = new Socket();
  state.sockets.set(socket, { bytes: 0, silentTicks: 0 });
  const index = state.opened++ % port.length;
  const address = { host: host[index] ?? "localhost", port: port[index] ?? 5432 };
  Object.assign(socket, address); // where the driver looks for the name that a certificate must have
  if (path) socket.connect(path);
  else socket.connect(address);
  return socket;
}

function startClock(state: State): void {
  state.clock ??= setInterval(() => tick(state), tickMilliseconds).unref();
}

function tick(state: State): void {
  for (const [socket, heard] of state.sockets) {
    if (socket.destroyed) state.sockets.delete(socket);
    const bytes = socket.bytesRead + socket.bytesWritten;
    heard.silentTicks = bytes === heard.bytes ? heard.silentTicks + 1 : 0;
    heard.bytes = bytes;
  }
  for (const waiting of [...state.answers, ...state.places]) {
    waiting.ticks += 1;
    if (waiting.ticks >= state.limit) waiting.giveUp();
  }
  if (state.answers.size + state.places.size > 0) return;
  clearInterval(state.clock);
  state.clock = undefined;
}

/** Whatever such a connection brings later goes to nobody. Whoever waits for a connection is told at once. */
function cutSilent(state: State): void {
  const nobodyAnswers = isAllSilent(state);
  for (const [socket, { silentTicks }] of state.sockets)
    if (isSilent(state, silentTicks)) socket.destroy();
  if (nobodyAnswers) tellWaiting(state);
}

function tellWaiting({ places }: State): void {
  for (const waiting of places) waiting.giveUp();
}

function isAllSilent(state: State): boolean {
  return [...state.sockets.values()].every(({ silentTicks }) => isSilent(state, silentTicks));
}

/** A tick or two less than the limit: a statement was sent, and its wait began, between two ticks. */
function isSilent({ limit }: State, ticks: number): boolean {
  return ticks >= limit - 2;
}
