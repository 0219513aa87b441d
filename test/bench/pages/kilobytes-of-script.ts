import { request } from "node:http";

/** What a browser fetches of JavaScript for a page before anybody does anything, compressed, in kB. */
export async function kilobytesOfScript(address: string): Promise<number> {
  const html = await (await fetch(address)).text();
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .flatMap((tag) => /(?:src|href)="(\/_next\/[^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
  const bytes = await Promise.all(
    [...new Set(sources)].map((source) => compressedBytes(new URL(source, address))),
  );
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}

/** As they come over the wire: `fetch` would open them. */
function compressedBytes(address: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.once("end", () => resolve(bytes)).once("error", reject);
    })
      .once("error", reject)
      .end();
  });
}
