import { defineConfig } from "vitest/config";

const never = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];
/** What keeps its promises together with Postgres. Everything else starts without one. */
const withPostgres = [
  "{db,worker}/**/*.test.ts",
  "lib/{auth,email,events,expiration,operations,orders,outbox,payments,tickets}/**/*.test.ts",
  "lib/testing/guards/*.test.ts",
  "scripts/stack/*.test.ts",
];

export const integration = {
  name: "integration",
  include: withPostgres,
  exclude: never,
  globalSetup: "lib/testing/global-setup.ts",
  setupFiles: "lib/testing/no-telling-tales.ts",
  testTimeout: 30_000,
  hookTimeout: 30_000,
  env: { APP_URL: "http://localhost:3000", DATABASE_POOL_MAX: "16" },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.ts"], exclude: [...never, ...withPostgres] },
      },
      { extends: true, test: integration },
    ],
  },
});
