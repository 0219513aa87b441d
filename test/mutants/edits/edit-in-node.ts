// Loaded before a program: lets Node load the app with the edits in FAULTS_EDITS.
import { registerHooks } from "node:module";
import { applyEdits, type Edit, editsOf } from "./edit.ts";

const edits = JSON.parse(process.env["FAULTS_EDITS"] ?? "[]") as Edit[]; // written by start-programs.ts

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const ofFile = editsOf(url, edits);
    if (ofFile.length === 0) return loaded;
    const source = Buffer.from(loaded.source as Uint8Array).toString("utf8"); // files come as bytes
    return { ...loaded, source: applyEdits(source, ofFile) };
  },
});
