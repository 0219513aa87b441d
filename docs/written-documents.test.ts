import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { writtenDocuments } from "#scripts/docs/written-documents.ts";

test.each(Object.entries(writtenDocuments()))(
  "%s is what `npm run docs` writes from today's code",
  (file, text) => {
    expect(readFileSync(path.resolve(file), "utf8")).toBe(text);
  },
);
