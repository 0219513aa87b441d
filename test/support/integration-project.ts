import type { TestProjectInlineConfiguration } from "vitest/config";

export const never = ["node_modules/**", ".next/**", ".data/**", "e2e/**", "packages/**"];

/** The tests that need Postgres. All others start without one. */
export const withPostgres = [
  "{db,stack,worker}/**/*.test.ts",
  "lib/{auth,domain-events,email,events,expiration,integrations,market-news,operations,operator,orders,payments,rate-limit,tickets}/**/*.test.ts",
  "app/{_market-news,api}/**/*.test.ts",
  "test/{flows,mutants}/*.test.ts",
];

/** The tests with Postgres: one server for the run, a database for each file. */
export const integration = {
  name: "integration",
  include: withPostgres,
  exclude: never,
  globalSetup: "test/support/global-setup.ts",
  setupFiles: "test/support/capture-log.ts",
  testTimeout: 30_000,
  hookTimeout: 30_000,
  env: { APP_URL: "http://localhost:3000", DATABASE_POOL_MAX: "16" },
} satisfies TestProjectInlineConfiguration["test"];
