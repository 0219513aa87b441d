import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const page = readFileSync(path.join(import.meta.dirname, "security.md"), "utf8");
const [threats = "", chapters = ""] = page.split("## ASVS 5.0");

const filesIn = (text: string) =>
  [...text.matchAll(/`([\w@[\]/.-]+\.(?:ts|tsx|js|json|md))`/g)].map(([, file]) => file ?? "");

test("every file that the page names is there", () => {
  const files = [...new Set(filesIn(page))];
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test("every chapter of ASVS is there, in its order", () => {
  const found = [...chapters.matchAll(/^### V(\d+) /gm)].map(([, number]) => Number(number));
  expect(found).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
});

test("every row of a chapter names what shows it, or says that nothing does yet, or why it does not apply", () => {
  const rows = chapters.split("\n").filter((line) => /^\| \d/.test(line));
  expect(rows.length).toBeGreaterThan(40);
  const says = /`[^`]+\.\w+`|\]\([\w./-]+\.md\)|[Nn]ot yet|do(?:es)? not apply/;
  const alone = "| 1.3 sanitization"; // says what is not done at all
  expect(rows.filter((row) => !says.test(row) && !row.startsWith(alone))).toEqual([]);
});

test("every threat has its test, or says that nothing stands against it yet", () => {
  const rows = threats
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| who "));
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((row) => filesIn(row).length === 0 && !row.includes("not yet"))).toEqual([]);
});
