import {
  test as base,
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
} from "@playwright/test";
import { watchPolicy } from "./watch-policy.ts";

export { expect };

type Options = {
  /** Console errors to expect in this file, such as those of a journey without a network. */
  toBeExpected: RegExp | null;
};

type Fixtures = {
  /** Opens a browser of its own for one more person, on the usual app. */
  someone: (options?: BrowserContextOptions) => Promise<Page>;
  /** Every error of every console, and whatever a content security policy forbade, to be expected or not. */
  noticed: string[];
};

/** The browser itself reports the 402 with which Stripe declines a card. */
const expected = /status of 402/;

/** Any error in any console, and anything that a content security policy forbids, fails the test it happened in. */
export const test = base.extend<Options & Fixtures>({
  toBeExpected: [null, { option: true }],
  noticed: async ({ toBeExpected }, use) => {
    const noticed: string[] = [];
    await use(noticed);
    const isProblem = (told: string) => !expected.test(told) && !toBeExpected?.test(told);
    expect(noticed.filter(isProblem)).toEqual([]);
  },
  someone: async ({ browser, noticed }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await open(browser, options, (problem) => noticed.push(problem));
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

async function open(
  browser: Browser,
  options: BrowserContextOptions = {},
  tell: (problem: string) => void,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: addressFrom("E2E_URL"), ...options });
  context.on("weberror", (problem) => tell(problem.error().message));
  context.on("console", (message) => {
    if (message.type() === "error") tell(message.text());
  });
  const page = await context.newPage();
  await watchPolicy(page, tell);
  context.on("page", (another) => {
    watchPolicy(another, tell).catch(() => {}); // it may be closed before it can be watched
  });
  return page;
}

/** The app whose holds last seconds. */
export function hasty(): BrowserContextOptions {
  return { baseURL: addressFrom("E2E_HASTY_URL") };
}

/** An address that e2e/start-stacks.ts has put into the environment. */
function addressFrom(variable: string): string {
  const address = process.env[variable];
  if (!address) throw new Error(`${variable} is not set: e2e/start-stacks.ts sets it.`);
  return address;
}
