import { type ImportRule, importRules } from "./import-rules.ts";

/** The import rules as the README shows them. */
export function importTable(rules: ImportRule[] = importRules): string {
  const rows = rules.map(
    ({ room, mayImport, why }) =>
      `| ${nameOf(room)} | ${mayImport.map(nameOf).join(", ") || "nothing"} | ${why} |`,
  );
  return ["| from | may import, beside itself | why |", "|---|---|---|", ...rows].join("\n");
}

/** Packages that only some rooms may import, and those rooms. */
export function packageSentence(rules: ImportRule[] = importRules): string {
  const packages = new Set(rules.flatMap(({ mayNotImport }) => mayNotImport ?? []));
  const open = rules.filter(({ mayNotImport }) => mayNotImport === undefined);
  return `${[...packages].map(nameOf).join(", ")}: only in ${open.map(({ room }) => nameOf(room)).join(", ")}.`;
}

function nameOf(name: string): string {
  return name.includes(" ") ? name : `\`${name}\``;
}
