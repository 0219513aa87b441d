import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** The folder of the production build that the tests run against. */
const build = path.resolve(import.meta.dirname, "../../../.next/server");

export type Door =
  | { kind: "page"; path: string }
  | { kind: "route"; path: string; method: string }
  | { kind: "action"; path: string; action: string };

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({
      workers: z.record(z.string(), z.unknown()),
      filename: z.string(),
      exportedName: z.string(),
    }),
  ),
});

/**
 * Every page, every method of every route, and every server action, by the name of its row in the matrix. Read from
 * what Next has built: that is what answers, whatever file it came from.
 */
export function listDoors(): Map<string, Door> {
  return new Map([...listRoutes(), ...listActions()]);
}

const withoutPage = /^\/_/; // Next's own pages for what is not there, which have no address

function listRoutes(): [string, Door][] {
  const built = z.record(z.string(), z.unknown()).parse(readJson("app-paths-manifest.json"));
  return Object.keys(built)
    .filter((name) => !withoutPage.test(name))
    .flatMap((name): [string, Door][] => {
      const address = name.replace(/\/(page|route)$/, "") || "/";
      if (name.endsWith("/page")) return [[address, { kind: "page", path: address }]];
      return methodsOf(address).map((method) => [
        `${method} ${address}`,
        { kind: "route", path: address, method },
      ]);
    });
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const exported = new RegExp(`^export .*?\\b(?:${methods.join("|")})\\b.*$`, "gm");

/** What a route.ts exports. Files of another name, such as robots.ts and icons, are there to be read. */
function methodsOf(address: string): string[] {
  const file = path.resolve(build, "../../app", `.${address}`, "route.ts");
  if (!existsSync(file)) return ["GET"];
  const lines = readFileSync(file, "utf8").match(exported) ?? [];
  const found = methods.filter((method) => new RegExp(`\\b${method}\\b`).test(lines.join()));
  if (found.length === 0) throw new Error(`No method is found in ${file}: export it by name.`);
  return found;
}

function listActions(): [string, Door][] {
  const { node } = manifest.parse(readJson("server-reference-manifest.json"));
  return Object.entries(node).map(([action, { filename, exportedName, workers }]) => {
    const pages = Object.keys(workers).filter((name) => name.startsWith("app/"));
    const own = `${path.dirname(filename)}/page`;
    const page = pages.includes(own) ? own : (pages.find((name) => !/\/_/.test(name)) ?? "");
    const address = page.replace(/^app/, "").replace(/\/page$/, "") || "/";
    return [`${filename} ${exportedName}`, { kind: "action", path: address, action }];
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(build, file), "utf8"));
}

/** The files that say "use server": none of them may be missing in the build. */
export function listActionFiles(): string[] {
  const files = globSync(["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.ts"]);
  return files.filter((file) => /^\s*"use server";/m.test(readFileSync(file, "utf8")));
}
