import { connect, createServer, type Socket } from "node:net";

/** Hands on what comes from one side and from the other. */
export type HandOn = (client: Socket, upstream: Socket) => void;

export type Proxy = { url: string; fallSilent: () => void; stop: () => Promise<void> };

const asItIs: HandOn = (client, upstream) => void client.pipe(upstream).pipe(client);

/** A way to the database that can be made worse. `fallSilent`: no connection there is brings anything any more, or ends. */
export async function openProxy(databaseUrl: string, handOn = asItIs): Promise<Proxy> {
  const url = new URL(databaseUrl);
  const open = new Set<Socket>();
  const port = Number(url.port);
  const server = createServer((client) => {
    const upstream = connect(port, url.hostname);
    handOn(client, upstream);
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
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: url.href,
    fallSilent: () => {
      for (const socket of open) socket.unpipe().pause();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
