import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const server = fileURLToPath(new URL("../server", import.meta.url));

/** The server's folders from top to bottom, as the README lists them. */
const folders = [...readme.matchAll(/^\| `([\w-]+)\/` \|/gm)].map(([, name]) => String(name));

const sources = readdirSync(server, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.includes("/") && !file.endsWith(".test.ts"),
);

test("the README lists every folder of the server", () => {
  const found = new Set(sources.map((file) => file.split("/")[0]));
  expect(new Set(folders)).toEqual(found);
});

test("a folder imports only folders below it", () => {
  const upwards = sources.flatMap((file) => {
    const below = folders.slice(folders.indexOf(String(file.split("/")[0])) + 1);
    const source = readFileSync(`${server}/${file}`, "utf8");
    return [...source.matchAll(/from "\.\.\/([\w-]+)/g)].flatMap(([, imported]) =>
      below.includes(String(imported)) ? [] : [`${file} imports ${imported}`],
    );
  });
  expect(upwards).toEqual([]);
});
