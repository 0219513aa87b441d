import { AsyncLocalStorage } from "node:async_hooks";

const key = Symbol.for("rowlock.peer");
/** instrumentation.ts and each route are bundled apart: what they share has to hang on the process. */
const shared = globalThis as { [key]?: AsyncLocalStorage<string | undefined> }; // nobody else has this symbol
const peers = (shared[key] ??= new AsyncLocalStorage());

/** Runs `work` for a request that came over a socket from this address. */
export function withPeer(address: string | undefined, work: () => void): void {
  peers.run(address, work);
}

/** The address at the other end of the current request's socket. Nothing that was sent can change it. */
export function currentPeer(): string | undefined {
  return peers.getStore();
}
