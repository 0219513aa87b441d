import type { TestProjectInlineConfiguration } from "vitest/config";

export const never = ["node_modules/**", ".next/**", ".data/**", "e2e/**", "packages/**"];

/** What keeps its promises together with Postgres. Everything else starts without one. */
export const withPostgres = [
  "{db,stack,worker}/**/*.test.ts",
  "lib/{auth,domain-events,email,events,expiration,operations,orders,payments,rate-limit,tickets}/**/*.test.ts",
  "test/mutants/*.test.ts",
];

/** How the tests run that need Postgres: one server for the run, a database for each file. */
export const integration = {
  name: "integration",
  include: withPostgres,
  exclude: never,
  globalSetup: "test/support/global-setup.ts",
  setupFiles: "test/support/no-telling-tales.ts",
  testTimeout: 30_000,
  hookTimeout: 30_000,
  env: { APP_URL: "http://localhost:3000", DATABASE_POOL_MAX: "16" },
} satisfies TestProjectInlineConfiguration["test"];
