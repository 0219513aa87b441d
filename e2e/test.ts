import {
  test as base,
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
} from "@playwright/test";

export { expect };

type Fixtures = {
  /** A person with a browser of their own, on the app as it is. */
  someone: (options?: BrowserContextOptions) => Promise<Page>;
};

/** The browser says so itself when a card is declined: that answer is a 402. */
const expected = /status of 402/;

/** Any error in any console fails the test it happened in. */
export const test = base.extend<Fixtures>({
  someone: async ({ browser }, use) => {
    const problems: string[] = [];
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await open(browser, options, problems);
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
    expect(problems).toEqual([]);
  },
});

async function open(
  browser: Browser,
  options: BrowserContextOptions = {},
  problems: string[],
): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env["E2E_URL"], ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) problems.push(message.text());
  });
  return page;
}

/** The app whose locks last seconds. */
export function hasty(): BrowserContextOptions {
  return { baseURL: process.env["E2E_HASTY_URL"] };
}
