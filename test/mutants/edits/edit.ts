import { readFileSync } from "node:fs";
import path from "node:path";

/** A piece of the app's source that is replaced while its file is loaded; the file on disk stays as it is. */
export type Edit = { file: string; find: string; put: string };

const root = path.resolve(import.meta.dirname, "../../..");

/** The edits of the file that is loaded from this path or address. */
export function editsOf(loaded: string, edits: Edit[]): Edit[] {
  return edits.filter(({ file }) => loaded.endsWith(`/${file}`));
}

/**
 * The source of one file with its edits applied. Each must find its place exactly once: an edit that changes
 * nothing, or something else, proves nothing.
 */
export function applyEdits(source: string, edits: Edit[]): string {
  return edits.reduce((text, { file, find, put }) => {
    const times = text.split(find).length - 1;
    if (times !== 1) throw new Error(`An edit finds its place in ${file} ${times} times: ${find}`);
    return text.replace(find, () => put);
  }, source);
}

/** Makes sure, before anything is started, that every edit has its place in the files as they are. */
export function requirePlaces(edits: Edit[]): void {
  for (const [file, ofFile] of Map.groupBy(edits, (edit) => edit.file))
    applyEdits(readFileSync(path.join(root, file), "utf8"), ofFile);
}
