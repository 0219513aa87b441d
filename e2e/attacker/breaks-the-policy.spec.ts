import type { Page } from "@playwright/test";
import { atTheCheckout } from "../at-once.ts";
import { expect, test } from "../test.ts";

// A violation fails every other journey, in the fixture that opens its browsers. Here one is made, and noticed.

test.use({ toBeExpected: /Content Security Policy/ });

const elsewhere = "https://elsewhere.example";

/** What somebody may have smuggled into a page, and the rule that forbids it. */
const smuggled = {
  "script-src-elem": "<script>alert(1)</script>",
  "script-src-attr": '<img src="/icon.svg" alt="" onload="alert(1)">',
  "style-src-elem": "<style>body { display: none }</style>",
  "style-src-attr": '<p style="position: fixed">over everything</p>',
  "img-src": `<img src="${elsewhere}/seen.png" alt="">`,
  "frame-src": `<iframe src="${elsewhere}/frame"></iframe>`,
  "object-src": `<object data="${elsewhere}/film"></object>`,
  "base-uri": `<base href="${elsewhere}/">`,
};

/** The app's own answer with something more in it. */
async function smuggle(page: Page, address: RegExp, more: string): Promise<void> {
  await page.context().route(address, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("</body>", `${more}</body>`);
    await route.fulfill({ response: answer, body });
  });
}

const forbids = (directive: string) =>
  expect.stringMatching(new RegExp(`^Content Security Policy: ${directive} forbids `));

for (const javaScriptEnabled of [true, false]) {
  for (const [directive, html] of Object.entries(smuggled)) {
    const isScript = directive.startsWith("script-src");
    if (isScript && !javaScriptEnabled) continue; // nothing is run there that could be forbidden
    test(`${directive}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      someone,
      noticed,
    }) => {
      const page = await someone({ javaScriptEnabled });
      await smuggle(page, /\/help$/, html);
      await page.goto("/help");
      await expect.poll(() => noticed).toContainEqual(forbids(directive));
    });
  }
}

test("what a script does later", async ({ someone, noticed }) => {
  const page = await someone();
  await page.goto("/help");
  await page.evaluate(`fetch("${elsewhere}/told").catch(() => {})`);
  await expect.poll(() => noticed).toContainEqual(forbids("connect-src"));
  await page.evaluate(`new Worker("/worker.js")`);
  await expect.poll(() => noticed).toContainEqual(forbids("worker-src"));
});

test.describe("a frame of Stripe's", () => {
  // What the test answers itself, in place of the sandbox, may not fetch the page's typeface.
  test.use({ toBeExpected: /Content Security Policy|Access to font|ERR_FAILED/ });

  test("has a policy of its own, which is watched as well", async ({ someone, noticed }) => {
    const page = await someone();
    await smuggle(page, /\/elements\/payment(?:[?#]|$)/, smuggled["img-src"]);
    await atTheCheckout(page);
    await expect.poll(() => noticed).toContainEqual(forbids("img-src"));
  });
});

test("what a page in a window of its own does", async ({ someone, noticed }) => {
  const page = await someone();
  await smuggle(page, /\/terms$/, smuggled["img-src"]);
  await page.goto("/help");
  await page.evaluate(`void window.open("/terms")`);
  await expect.poll(() => noticed).toContainEqual(forbids("img-src"));
});
