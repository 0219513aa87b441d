import { expect, test } from "vitest";
import { GET } from "#app/posters/[category]/[print]/route.ts";
import { categories } from "#kernel/categories.ts";
import { artAddress, readArtAddress } from "./art-address.ts";
import { families } from "./families.ts";
import { seedOf } from "./seed.ts";

const everyComposition = Object.values(families).flat();
const seeds = Array.from({ length: 120 }, (_, index) => seedOf(`print ${index}`));

test("no composition is shared between categories", () => {
  expect(new Set(everyComposition).size).toBe(everyComposition.length);
  expect(everyComposition.length).toBeGreaterThanOrEqual(12);
  for (const family of Object.values(families)) expect(family.length).toBeGreaterThanOrEqual(4);
});

test.each(categories)(
  "every print of a %s is small, and drawn where it can be seen",
  async (name) => {
    for (const [index, seed] of seeds.entries()) {
      const art = await print(name, artAddress(name, seed, 381 + ((index * 37) % 300)));
      // A page of lists fetches 24; this is before it is compressed.
      expect(art.length).toBeLessThanOrEqual(3200);
      expect(art).not.toMatch(/NaN|undefined|Infinity/);
    }
  },
);

test("the same address is the same print for ever", async () => {
  const address = artAddress("concert", 0x0badcafe, 512);
  expect(address).toBe("/posters/concert/2-0badcafe-512.svg");
  expect(await print("concert", address)).toBe(await print("concert", address));
});

test("a page from before a deploy gets a print, which nobody keeps", () => {
  const before = readArtAddress("concert", "0badcafe-512.svg");
  expect(before).toMatchObject({ seed: 0x0badcafe, artHeight: 512, isCurrent: false });
  expect(readArtAddress("concert", "2-0badcafe-512.svg")?.isCurrent).toBe(true);
});

test.each(["", "0badcafe.svg", "2-0badcafe-99.svg", "2-0BADCAFE-512.svg", "0-0badcafe-512.svg"])(
  "%j names no print",
  (name) => {
    expect(readArtAddress("concert", name)).toBeNull();
    expect(readArtAddress("circus", "2-0badcafe-512.svg")).toBeNull();
  },
);

async function print(category: string, address: string): Promise<string> {
  const params = Promise.resolve({ category, print: address.split("/").at(-1) ?? "" });
  const response = await GET(new Request(`http://rowlock.test${address}`), { params });
  expect(response.headers.get("Cache-Control")).toContain("immutable");
  return await response.text();
}
