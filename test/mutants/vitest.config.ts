import path from "node:path";
import { defineConfig } from "vitest/config";
import { integration } from "#test/support/integration-project.ts";
import { guardNamed } from "./guards.ts";
import { takeOutGuard } from "./take-out-guard.ts";

/** Runs tests without the guard that WITHOUT names. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  plugins: [takeOutGuard(guardNamed(process.env["WITHOUT"] ?? ""))],
  test: {
    ...integration,
    globalSetup: "test/mutants/setup.ts",
    maxWorkers: 1,
    fsModuleCache: false, // it does not know of the edits
  },
});
