import { defineConfig } from "@playwright/test";

/** A browser that is installed already; without it Playwright uses its own. */
const executablePath = process.env["CHROMIUM_PATH"];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/start-stacks.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000, // the longest looks at every page with axe, on a machine that may be busy
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    trace: "off", // half as long again otherwise; --trace on for one that fails
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Chromium's own sandbox does not work for root; nothing but our own pages is opened.
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
      ],
    },
  },
});
