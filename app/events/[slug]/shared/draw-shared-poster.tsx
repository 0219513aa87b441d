import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ImageResponse } from "next/og";
import { designPoster } from "#components/posters/design-poster.tsx";
import { printArt } from "#components/posters/print-art.tsx";
import { fontSubsets, SharedPoster, sharedSize } from "./shared-poster.tsx";
import { type SharedEvent, sharedPosterAddress } from "./shared-poster-address.ts";

type Png = Uint8Array<ArrayBuffer>;

// Sites that look at a shared link ask again within minutes.
const mostKept = 64;
const mostWaiting = 8;
/**
 * A drawing keeps this process from answering for some tenth of a second. It rests so many times as long after each,
 * though not for long after the first, which reads all that is needed: pages have most of its time, whatever is asked.
 */
const restsFor = 3;
const longestRestMs = 500;

const kept = new Map<string, Promise<Png>>();
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
let restMs = 0;

/** The PNG of an event, one drawn at a time; null when too many wait for theirs. */
export async function drawSharedPoster(event: SharedEvent): Promise<Png | null> {
  const address = sharedPosterAddress(event);
  const known = kept.get(address);
  if (known) return known;
  if (waiting >= mostWaiting) return null;
  waiting += 1;
  const drawing = last.then(() => draw(event));
  kept.set(address, drawing);
  last = drawing.then(forgetOldest, () => kept.delete(address)).then(() => pause(restMs));
  return drawing.finally(() => {
    waiting -= 1;
  });
}

function forgetOldest(): void {
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest) kept.delete(oldest);
}

async function draw(event: SharedEvent): Promise<Png> {
  const begunAt = performance.now();
  const { category } = event;
  const { seed } = designPoster(event.title, category, true);
  const drawing = await printArt({ category, seed, artHeight: 600 });
  const art = `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
  const image = new ImageResponse(<SharedPoster event={event} art={art} />, {
    ...sharedSize,
    fonts: await (fonts ??= readFonts()),
  });
  const png = new Uint8Array(await image.arrayBuffer());
  restMs = Math.min(longestRestMs, restsFor * (performance.now() - begunAt));
  return png;
}

let fonts: ReturnType<typeof readFonts> | undefined;

/** Static cuts, since neither variable fonts nor woff2 can be read here. One name would hide all but the first subset. */
async function readFonts() {
  const weights = [500, 800] as const;
  const folder = join(process.cwd(), "node_modules/@fontsource/bricolage-grotesque/files");
  return Promise.all(
    fontSubsets.flatMap((subset) =>
      weights.map(async (weight) => ({
        name: subset,
        weight,
        data: await readFile(join(folder, `bricolage-grotesque-${subset}-${weight}-normal.woff`)),
      })),
    ),
  );
}
