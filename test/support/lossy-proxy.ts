import { openProxy } from "./proxy.ts";

export type LossyProxy = { url: string; readonly lost: number; stop: () => Promise<void> };

/**
 * A proxy to the database that loses the answers to the first `times` COMMITs: the transaction is committed, and
 * then the connection is cut.
 */
export async function loseCommitAnswers(databaseUrl: string, times: number): Promise<LossyProxy> {
  let lost = 0;
  const { url, stop } = await openProxy(databaseUrl, (client, upstream) => {
    let committing = false;
    client.on("data", (bytes) => {
      committing ||= lost < times && /commit/i.test(bytes.toString("latin1"));
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (!committing) return client.write(bytes);
      lost += 1;
      client.destroy();
      return upstream.destroy();
    });
  });
  return {
    url,
    stop,
    get lost() {
      return lost;
    },
  };
}
