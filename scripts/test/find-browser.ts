import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runProgram } from "#scripts/steps/run-program.ts";

/** Chromium without windows. It opens a page in a third of the time that the one with windows takes without showing them. */
const withoutWindows = "/usr/bin/chromium-headless-shell";
const withWindows = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser to test with: CHROMIUM_PATH or Playwright's own if it is there, else the system's, else whichever of the
 * two can be installed. With `shown`, one that has windows. Throws, saying what to do, when there is none to be had.
 */
export async function findBrowser({ shown = false } = {}): Promise<string> {
  const found = installed(shown);
  if (found) return found;
  console.log("Installing Chromium …");
  const wasInstalled =
    (await runProgram("playwright", ["install", "chromium"])) ||
    (await installFromDistribution(shown));
  const now = wasInstalled ? installed(shown) : undefined;
  if (now) return now;
  throw new Error(
    `There is no Chromium to test with. Install one (Debian: apt-get install ${packageOf(shown)}), then try again.`,
  );
}

function installed(shown: boolean): string | undefined {
  const own = process.env.CHROMIUM_PATH ?? chromium.executablePath();
  const ofSystem = shown ? withWindows : [withoutWindows, ...withWindows];
  return [own, ...ofSystem].find((file) => existsSync(file));
}

function packageOf(shown: boolean): string {
  return shown ? "chromium" : "chromium-headless-shell";
}

async function installFromDistribution(shown: boolean): Promise<boolean> {
  if (process.getuid?.() !== 0) return false; // an ordinary user cannot
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  const install = (name: string) =>
    runProgram("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet);
  await runProgram("apt-get", ["update", "-qq"], quiet);
  return (await install(packageOf(shown))) || install("chromium"); // older releases have but the one
}
