import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const browserFolder = new URL("../../browser/", import.meta.url);
const IMPORT = /^import\s[^;"']*\sfrom\s+["']([^"']+)["'];?/gm;
const bundles = new Map<string, string>();

/**
 * One classic script from an entry file and what it imports, each file once and after its own imports. A page loads stripe.js
 * with a plain `<script>`, which rules modules out; a bundler would be a dependency for a few small files. They share one scope,
 * so their top-level names must differ.
 */
export function bundleBrowserScript(entry: string): string {
  const known = bundles.get(entry);
  if (known !== undefined) return known;
  const files = new Map<string, string>();
  collect(new URL(entry, browserFolder), files);
  const bundle = `(() => {\n'use strict';\n${[...files.values()].join("\n")}\n})();\n`;
  bundles.set(entry, bundle);
  return bundle;
}

function collect(file: URL, files: Map<string, string>): void {
  if (files.has(file.href)) return;
  files.set(file.href, "");
  const source = stripTypes(readFileSync(file, "utf8"));
  for (const [, name] of source.matchAll(IMPORT)) {
    if (name) collect(new URL(name, file), files);
  }
  // Set again, so that it stands after what it imports.
  files.delete(file.href);
  files.set(file.href, source.replaceAll(IMPORT, "").replaceAll(/^export /gm, ""));
}

/** Node's warning that this function is experimental is of no use to the person who starts the sandbox. */
function stripTypes(source: string): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
