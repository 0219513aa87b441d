import { defineConfig } from "vitest/config";
import { integration, never, withPostgres } from "./test/support/integration-project.ts";

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.ts"], exclude: [...never, ...withPostgres] },
      },
      { extends: true, test: integration },
      "packages/stripe-sandbox",
    ],
  },
});
