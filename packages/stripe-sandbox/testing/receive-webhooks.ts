import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody } from "../server/http/read-body.ts";

export type ReceivedWebhook = {
  body: string;
  signature: string;
  userAgent: string;
  status: number;
};

export type WebhookReceiver = {
  url: string;
  received: ReceivedWebhook[];
  answerWith(...statuses: number[]): void;
  /** Answers nothing until this many requests wait at the same time. */
  holdUntil(count: number): void;
  forget(): void;
  stop(): Promise<void>;
};

/** An endpoint that records what arrives, and answers the planned statuses first and 200 after them. */
export async function receiveWebhooks(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const planned: number[] = [];
  const waiting = new Set<() => void>();
  let wanted = 0;
  const release = () => {
    for (const go of waiting) go();
    waiting.clear();
  };
  /** A sender that hangs up no longer counts as waiting. */
  const turn = (response: ServerResponse) =>
    new Promise<void>((resolve) => {
      waiting.add(resolve);
      response.once("close", () => waiting.delete(resolve));
      if (waiting.size >= wanted) release();
    });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    const status = planned.shift() ?? 200;
    received.push({
      body,
      signature: String(request.headers["stripe-signature"]),
      userAgent: String(request.headers["user-agent"]),
      status,
    });
    await turn(response);
    response.writeHead(status, status === 302 ? { Location: "/elsewhere" } : {}).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    answerWith: (...statuses) => void planned.push(...statuses),
    holdUntil: (count) => void (wanted = count),
    forget() {
      wanted = 0;
      release();
      planned.length = 0;
      received.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
