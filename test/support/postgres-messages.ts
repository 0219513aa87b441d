import type { Socket } from "node:net";

const protocol3 = 196_608;
/** What PgBouncer accepts at the start of a connection in transaction mode; it refuses every other setting. */
const allowed = new Set(["user", "database", "client_encoding", "application_name"]);

/** AuthenticationOk. */
export const signedIn = Buffer.from("R\0\0\0\b\0\0\0\0", "latin1");

/** ReadyForQuery, outside any transaction. */
export function isReadyAndIdle(type: string, message: Buffer): boolean {
  return type === "Z" && message.at(-1) === "I".charCodeAt(0);
}

/** Calls `each` for every message of Postgres' protocol: a type, a length that counts itself, and the rest. */
export function readMessages(socket: Socket, each: (type: string, message: Buffer) => void): void {
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

/** The first setting of a startup message that PgBouncer would refuse, if there is one. */
export function refusedSetting(startup: Buffer): string | undefined {
  if (startup.readUInt32BE(4) !== protocol3) return "encryption";
  const words = startup.subarray(8).toString().split("\0");
  return words.find((word, index) => index % 2 === 0 && word !== "" && !allowed.has(word));
}

/** ErrorResponse: the connection is refused. */
export function failure(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
