import { connect, createServer, type Socket } from "node:net";
import {
  failure,
  isReadyAndIdle,
  readMessages,
  refusedSetting,
  signedIn,
} from "./postgres-messages.ts";

export type Pooler = { url: string; connections: () => number; stop: () => Promise<void> };

/** A connection to Postgres, lent to one client for one transaction at a time. */
type Backend = { socket: Socket; client: Client | null };
type Client = {
  socket: Socket;
  backend: Backend | null;
  /** Messages for the next backend that is free. */
  waiting: Buffer[];
  unanswered: number;
  /** Whether it has sent part of a statement: the answer is complete only after its Sync. */
  midway: boolean;
};
type Pool = {
  backends: Backend[];
  queue: Client[];
  sockets: Set<Socket>;
  /** What Postgres answers to a client that signed in. All but the first few clients get it from the pooler. */
  greeting: PromiseWithResolvers<Buffer>;
};

/**
 * A pooler in transaction mode, as strict as PgBouncer: many clients share `size` connections, and each client has one
 * from the first statement of a transaction to its end. What a session keeps, prepared statements above all, is left
 * to the next client.
 */
export async function startTransactionPooler(databaseUrl: string, size: number): Promise<Pooler> {
  const { hostname, port } = new URL(databaseUrl);
  const greeting = Promise.withResolvers<Buffer>();
  const pool: Pool = { backends: [], queue: [], sockets: new Set(), greeting };
  const server = createServer((socket) => {
    const client: Client = { socket, backend: null, waiting: [], unanswered: 0, midway: false };
    watch(pool, socket, () => client.backend?.socket.destroy()); // which ends a transaction it left open
    socket.once("data", (startup) => {
      const refused = refusedSetting(Buffer.from(startup));
      if (refused) return socket.end(failure(`unsupported startup parameter: ${refused}`));
      readMessages(socket, (type, message) => forward(pool, client, type, message));
      if (pool.backends.length < size)
        return openBackend(pool, client, connect(Number(port), hostname), Buffer.from(startup));
      return void greeting.promise.then((answer) => socket.write(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: url.href,
    connections: () => pool.backends.length,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of pool.sockets) socket.destroy();
      }),
  };
}

/** Signs in at Postgres with the startup message of `client`, one of the first, and keeps the connection for all. */
function openBackend(pool: Pool, client: Client, socket: Socket, startup: Buffer): void {
  const backend: Backend = { socket, client };
  client.backend = backend;
  client.unanswered = 1;
  pool.backends.push(backend);
  watch(pool, socket, () => {
    pool.backends.splice(pool.backends.indexOf(backend), 1);
    backend.client?.socket.destroy();
  });
  socket.write(startup);
  const settings: Buffer[] = [];
  readMessages(socket, (type, message) => {
    const reader = backend.client;
    reader?.socket.write(message);
    if (type === "S") settings.push(message);
    if (type !== "Z" || !reader) return;
    pool.greeting.resolve(Buffer.concat([signedIn, ...settings, message]));
    reader.unanswered -= 1;
    const isAnswered = reader.unanswered === 0 && !reader.midway;
    if (isAnswered && isReadyAndIdle(type, message)) takeBack(pool, reader);
  });
}

/** Passes a client's message on to its backend, or keeps it until there is one. */
function forward(pool: Pool, client: Client, type: string, message: Buffer): void {
  if (type === "X") return void client.socket.end();
  if (type === "Q" || type === "S") client.unanswered += 1;
  client.midway = "PBDECH".includes(type);
  if (client.backend) return void client.backend.socket.write(message);
  client.waiting.push(message);
  if (!pool.queue.includes(client)) pool.queue.push(client);
  lend(pool);
}

function lend(pool: Pool): void {
  const client = pool.queue[0];
  const backend = pool.backends.find((each) => each.client === null);
  if (!client || !backend) return;
  pool.queue.shift();
  backend.client = client;
  client.backend = backend;
  for (const message of client.waiting.splice(0)) backend.socket.write(message);
  lend(pool);
}

function takeBack(pool: Pool, client: Client): void {
  if (client.backend) client.backend.client = null;
  client.backend = null;
  lend(pool);
}

function watch({ sockets }: Pool, socket: Socket, whenClosed: () => void): void {
  sockets.add(socket.setNoDelay());
  socket
    .on("error", () => {})
    .on("close", () => {
      sockets.delete(socket);
      whenClosed();
    });
}
