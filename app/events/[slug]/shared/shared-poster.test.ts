import { expect, test, vi } from "vitest";
import { drawSharedPoster } from "./draw-shared-poster.tsx";
import { isDrawable } from "./drawable.ts";
import { type SharedEvent, sharedPosterAddress } from "./shared-poster-address.ts";

// The first drawing reads typefaces and WebAssembly, and each waits for the one before.
vi.setConfig({ testTimeout: 60_000 });

const anEvent = (facts: Partial<SharedEvent> = {}): SharedEvent => ({
  slug: "the-long-now",
  title: "The Long Now",
  category: "concert",
  venue: "Paradiso",
  city: "Amsterdam",
  startsAt: new Date("2031-05-17T18:30:00Z"),
  timeZone: "Europe/Amsterdam",
  ...facts,
});

/** Width and height as the PNG itself says. */
function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const everyDrawable = Array.from({ length: 0x2fff }, (_, code) =>
  String.fromCodePoint(code),
).filter((character) => isDrawable(character) && character.trim());

const titles = [
  "An Evening of Extraordinarily Long Titles ".repeat(3).slice(0, 120),
  "x".repeat(120),
  "夜行列車",
  "مهرجان الضوء",
  "🎺🎺 Brass",
  "Łódź Gece Vapuru, Nguyễn & Sons",
];

test.each(titles)(
  "%s is drawn, 1200 by 630, and asks no network for a character",
  async (title) => {
    const asked = vi.spyOn(globalThis, "fetch");
    const png = await drawSharedPoster(anEvent({ title }));
    expect(png && sizeOf(png)).toEqual([1200, 630]);
    expect(outside(asked.mock.calls)).toEqual([]);
    asked.mockRestore();
  },
);

test("every character that is said to be drawable is in the typeface", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  for (let from = 0; from < everyDrawable.length; from += 100) {
    const title = everyDrawable.slice(from, from + 100).join("");
    await drawSharedPoster(anEvent({ title, category: "theatre" }));
  }
  expect(everyDrawable.length).toBeGreaterThan(350);
  expect(outside(asked.mock.calls)).toEqual([]);
  asked.mockRestore();
});

/** The layout's own WebAssembly is fetched from a `data:` address. */
function outside(calls: Parameters<typeof fetch>[]): string[] {
  return calls
    .map(([what]) => (what instanceof Request ? what.url : what.toString()))
    .filter((address) => !address.startsWith("data:"));
}

test("the address follows from what is shown, and from nothing else", () => {
  const address = sharedPosterAddress(anEvent());
  expect(address).toMatch(/^\/events\/the-long-now\/shared\/[0-9a-f]{16}\.png$/);
  expect(sharedPosterAddress(anEvent())).toBe(address);
  for (const other of [{ title: "The Long Then" }, { venue: "Melkweg" }, { startsAt: new Date(0) }])
    expect(sharedPosterAddress(anEvent(other))).not.toBe(address);
});

test("whoever asks for very many is asked to wait, and one asked for by many is drawn once", async () => {
  const many = Array.from({ length: 10 }, (_, index) =>
    drawSharedPoster(anEvent({ title: `Number ${index}` })),
  );
  const again = drawSharedPoster(anEvent({ title: "Number 0" }));
  const drawn = await Promise.all(many);
  expect(drawn.filter((png) => png === null)).toHaveLength(2);
  expect(await again).toBe(drawn[0]);
});
