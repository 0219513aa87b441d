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
  await page.route(address, async (route) => {
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

test("what a script does later, a frame of another site and a page in a new window", async ({
  someone,
  noticed,
}) => {
  const page = await someone();
  await smuggle(page, /payment-frame/, "");
  await atTheCheckout(page);
  await page.evaluate(`fetch("${elsewhere}/told").catch(() => {})`);
  await expect.poll(() => noticed).toContainEqual(forbids("connect-src"));
  await page.evaluate(`new Worker(URL.createObjectURL(new Blob([""])))`);
  await expect.poll(() => noticed).toContainEqual(forbids("worker-src"));
});
