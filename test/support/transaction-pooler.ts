import { connect, createServer, type Socket } from "node:net";

export type Pooler = { url: string; connections: () => number; stop: () => Promise<void> };

/** A connection to Postgres, lent to one client for one transaction at a time. */
type Backend = { socket: Socket; client: Client | null };
type Client = {
  socket: Socket;
  backend: Backend | null;
  waiting: Buffer[];
  unanswered: number;
  midway: boolean;
};

const startup = 196_608;
/** What a pooler in transaction mode lets through at the start: PgBouncer refuses everything else. */
const allowed = new Set(["user", "database", "client_encoding", "application_name"]);

/**
 * A pooler in transaction mode, as strict as PgBouncer: many clients share `size` connections, each of which
 * is theirs from the first statement of a transaction to its end and no longer. Whatever a session keeps,
 * prepared statements above all, is somebody else's afterwards.
 */
export async function startTransactionPooler(databaseUrl: string, size: number): Promise<Pooler> {
  const { hostname, port } = new URL(databaseUrl);
  const backends: Backend[] = [];
  const queue: Client[] = [];
  const sockets = new Set<Socket>();
  /** What Postgres says to who has signed in; every client but the first few gets it from us. */
  const greeting = Promise.withResolvers<Buffer>();

  function watch(socket: Socket, whenClosed: () => void): void {
    sockets.add(socket.setNoDelay());
    socket
      .on("error", () => {})
      .on("close", () => {
        sockets.delete(socket);
        whenClosed();
      });
  }

  function lend(): void {
    const client = queue[0];
    const backend = backends.find((each) => each.client === null);
    if (!client || !backend) return;
    queue.shift();
    backend.client = client;
    client.backend = backend;
    for (const message of client.waiting.splice(0)) backend.socket.write(message);
    lend();
  }

  function takeBack(client: Client): void {
    if (client.backend) client.backend.client = null;
    client.backend = null;
    lend();
  }

  function ask(client: Client, type: string, message: Buffer): void {
    if (type === "X") return void client.socket.end();
    if (type === "Q" || type === "S") client.unanswered += 1;
    client.midway = "PBDECH".includes(type); // of a statement: until it is synced, its answer is not complete
    if (client.backend) return void client.backend.socket.write(message);
    client.waiting.push(message);
    if (!queue.includes(client)) queue.push(client);
    lend();
  }

  /** The first clients sign in at Postgres themselves, and leave their connections to everybody. */
  function open(client: Client, hello: Buffer): void {
    const backend: Backend = { socket: connect(Number(port), hostname), client };
    client.backend = backend;
    client.unanswered = 1;
    backends.push(backend);
    watch(backend.socket, () => {
      backends.splice(backends.indexOf(backend), 1);
      backend.client?.socket.destroy();
    });
    backend.socket.write(hello);
    const heard: Buffer[] = [];
    readMessages(backend.socket, (type, message) => {
      const reader = backend.client;
      reader?.socket.write(message);
      if (type === "S") heard.push(message);
      if (type !== "Z" || !reader) return;
      greeting.resolve(Buffer.concat([signedIn, ...heard, message]));
      reader.unanswered -= 1;
      const done = reader.unanswered === 0 && !reader.midway;
      if (done && message.at(-1) === idle) takeBack(reader);
    });
  }

  const server = createServer((socket) => {
    const client: Client = { socket, backend: null, waiting: [], unanswered: 0, midway: false };
    watch(socket, () => client.backend?.socket.destroy()); // with whatever transaction it leaves behind
    socket.once("data", (hello) => {
      const refused = refusedSettings(Buffer.from(hello));
      if (refused) return socket.end(failure(`unsupported startup parameter: ${refused}`));
      readMessages(socket, (type, message) => ask(client, type, message));
      if (backends.length < size) return open(client, Buffer.from(hello));
      return void greeting.promise.then((words) => socket.write(words));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: url.href,
    connections: () => backends.length,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const idle = "I".charCodeAt(0);
/** AuthenticationOk. */
const signedIn = Buffer.from("R\0\0\0\b\0\0\0\0", "latin1");

/** Messages of Postgres' protocol: a letter, a length that counts itself, and the rest. */
function readMessages(socket: Socket, each: (type: string, message: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 5) {
      const length = rest.readUInt32BE(1) + 1;
      if (rest.length < length) return;
      each(String.fromCharCode(rest[0] ?? 0), rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
}

function refusedSettings(hello: Buffer): string | undefined {
  if (hello.readUInt32BE(4) !== startup) return "encryption";
  const words = hello.subarray(8).toString().split("\0");
  return words.find((word, index) => index % 2 === 0 && word !== "" && !allowed.has(word));
}

function failure(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
