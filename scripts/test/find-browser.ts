import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runProgram } from "#scripts/steps/run-program.ts";

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser to test with: Playwright's own if it is there, else the system's, else whichever of the two can
 * be installed. Throws, saying what to do, when there is none to be had.
 */
export async function findBrowser(): Promise<string> {
  const found = installed();
  if (found) return found;
  console.log("Installing Chromium …");
  const wasInstalled =
    (await runProgram("playwright", ["install", "chromium"])) || (await installFromDistribution());
  const now = wasInstalled ? installed() : undefined;
  if (now) return now;
  throw new Error(
    "There is no Chromium to test with. Install one (Debian: apt-get install chromium), then try again.",
  );
}

function installed(): string | undefined {
  const own = process.env.CHROMIUM_PATH ?? chromium.executablePath();
  return [own, ...systemBrowsers].find((file) => existsSync(file));
}

async function installFromDistribution(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false; // an ordinary user cannot
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-qq"], quiet);
  return runProgram(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
    quiet,
  );
}
