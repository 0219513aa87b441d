import { createServer, connect, type Socket } from "node:net";

export type LossyProxy = { url: string; lost: number; stop: () => Promise<void> };

/**
 * A proxy to the database that loses the answers to the first `times` COMMITs: the transaction is committed, and
 * then the connection is cut.
 */
export async function loseCommitAnswers(databaseUrl: string, times: number): Promise<LossyProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const open = new Set<Socket>();
  const proxy = { url: "", lost: 0, stop: async () => {} };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let committing = false;
    client.on("data", (bytes) => {
      committing ||= proxy.lost < times && /commit/i.test(bytes.toString("latin1"));
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (!committing) return client.write(bytes);
      proxy.lost += 1;
      client.destroy();
      return upstream.destroy();
    });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket
        .on("error", () => {})
        .on("close", () => {
          client.destroy();
          upstream.destroy();
          open.delete(socket);
        });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  proxy.url = url.href;
  proxy.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return proxy;
}
