import { writeFileSync } from "node:fs";
import path from "node:path";
import { writtenDocuments } from "./docs/written-documents.ts";

for (const [file, text] of Object.entries(writtenDocuments())) {
  writeFileSync(path.resolve(file), text);
  console.log(`Written: ${file}`);
}
