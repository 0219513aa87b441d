import type { IncomingMessage } from "node:http";

/** The SDKs send a few kilobytes; anything beyond this is a mistake. */
const LARGEST_BODY = 1_000_000;

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Error(`A request body of more than ${LARGEST_BODY} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
