import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "test/faults/README.md",
  ...globSync("docs/**/*.md"),
];
const files = globSync("**/*.{ts,tsx,mjs,sql,md,json}", {
  exclude: (name) => /(^|\/)(node_modules|\.next|\.data)$/.test(name),
});
/** Of files, and of the folders they are in. */
const bareNames = new Set(files.flatMap((file) => file.split(path.sep)));

/** Names that look like a path's and are none, and why. */
const notPaths: Record<string, string> = {
  "loading.tsx": "what Next would call the file that there is not",
};

function prose(page: string): string {
  return readFileSync(page, "utf8").replaceAll(/^```[^]*?^```/gm, "");
}

/** As the page is rendered: lower case, spaces as hyphens, nothing else but letters and digits. */
function anchors(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\d\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function isThere(from: string, link: string): boolean {
  const [target = "", anchor] = link.split("#");
  const file = target === "" ? from : path.join(path.dirname(from), target);
  return existsSync(file) && (anchor === undefined || anchors(file).includes(anchor));
}

/**
 * Whether it is written as a path, from the root or from the page's own folder, or as the bare name of a file or
 * folder, and is nowhere. Addresses, commands and patterns with "…" are no paths.
 */
function isMissingPath(name: string, page = "README.md"): boolean {
  if (Object.hasOwn(notPaths, name) || name.startsWith(".data/")) return false; // .data is made when something runs
  const [, bare] = /^([\w@.+-]+\.(?:ts|tsx|mjs|sql|md)|[\w.-]+(?=\/$))\/?$/.exec(name) ?? [];
  if (bare) return !bareNames.has(bare) && !existsSync(bare);
  if (!/^\.?[\w@][\w@.+-]*(?:\/[\w@.+[\]*{},-]*)+$/.test(name)) return false;
  if (name.startsWith("@")) return !existsSync(path.join("node_modules", name));
  return name.includes("*")
    ? globSync(name).length === 0
    : !isThere("README.md", name) && !isThere(page, name);
}

test.each(pages)("every link of %s leads somewhere", (page) => {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? "");
  const relative = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(relative.filter((link) => !isThere(page, link))).toEqual([]);
});

test.each(pages)("every path that %s names is there", (page) => {
  const names = [...prose(page).matchAll(/`([^`\n]+)`/g)].map(([, name]) => name ?? "");
  expect(names.filter((name) => isMissingPath(name, page))).toEqual([]);
});

test("what is looked at are the pages there are", () => {
  expect(pages).toContain("docs/reliability.md");
  expect(pages.length).toBeGreaterThan(20);
});

test("a name that is not there is noticed", () => {
  const wrong = ["lib/testing/guards/", "gone.ts", "db/invariants/never/*.sql", "@rowlock/no-such"];
  expect(wrong.filter((name) => isMissingPath(name))).toEqual(wrong);
  expect(isThere("README.md", "docs/decisions/9999-no.md")).toBe(false);
  expect(isThere("README.md", "docs/decisions/README.md#no-such-heading")).toBe(false);
});
