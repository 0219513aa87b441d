import path from "node:path";
import { defineConfig } from "vitest/config";
import { integration } from "#test/support/integration-project.ts";
import { editInVite } from "./edits/edit-in-vite.ts";
import { mutantNamed } from "./mutants.ts";

const { edits = [] } = mutantNamed(process.env["MUTANT"] ?? "");

/** Runs tests against the mutant that MUTANT names. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  plugins: [editInVite(edits)],
  test: {
    ...integration,
    globalSetup: "test/mutants/setup.ts",
    maxWorkers: 1,
    fsModuleCache: true,
  },
});
