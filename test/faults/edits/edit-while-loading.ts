// Loaded before a program of ours: lets it run with the edits that TORTURE_EDITS names.
import { registerHooks } from "node:module";
import type { Edit } from "./edit.ts";

const edits = JSON.parse(process.env["TORTURE_EDITS"] ?? "[]") as Edit[]; // written by start-programs.ts

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const here = edits.filter(({ file }) => url.endsWith(`/${file}`));
    if (here.length === 0) return loaded;
    const source = Buffer.from(loaded.source as Uint8Array).toString("utf8"); // files come as bytes
    return {
      ...loaded,
      source: here.reduce((text, { find, put }) => text.replace(find, () => put), source),
    };
  },
});
