import { createRequire } from "node:module";
import { type Browser, chromium, type Frame, type Page } from "@playwright/test";
import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openShop, type Shop } from "../testing/open-shop.ts";
import { useSandbox } from "../testing/use-sandbox.ts";

const tested = useSandbox();
const systemChromium = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const fontFile = createRequire(import.meta.url).resolve(
  "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
);
let browser: Browser;
let shop: Shop;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  shop = await openShop(tested.stripe, tested.sandbox.url);
}, 30_000);
beforeEach(async () => {
  page = await browser.newPage();
  page.setDefaultTimeout(5000);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await shop.stop();
});

type Update = (changes: object) => void;
/** What the page keeps of its Elements between two steps of a test. */
type Opened = {
  Stripe: (key: string) => {
    elements(options: object): {
      update: Update;
      create(type: string): { mount(target: HTMLElement): void };
    };
  };
  update: Update;
};

/** Opens Elements with a look. Answers the frame of the card form. */
async function openElements(look: object): Promise<Frame> {
  await page.goto(shop.url);
  await page.evaluate((chosen) => {
    const here = window as unknown as Opened; // the page's own globals, whose types are not loaded here
    document.querySelector("form")?.remove();
    const options = { mode: "payment", amount: 4500, currency: "eur", ...chosen };
    const elements = here.Stripe("pk_test_x").elements(options);
    here.update = (changes) => elements.update(changes);
    elements.create("payment").mount(document.body.appendChild(document.createElement("div")));
  }, look);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("The card form has no frame.");
  await frame.waitForSelector("#number");
  return frame;
}

const update = (changes: object) =>
  page.evaluate((wanted) => {
    try {
      (window as unknown as Opened).update(wanted);
      return "done";
    } catch (error) {
      return String(error);
    }
  }, changes);

const colourOf = (frame: Frame, selector: string, property: "color" | "backgroundColor") =>
  frame.locator(selector).evaluate((element, name) => getComputedStyle(element)[name], property);

const inks = (colorText: string, colorBackground: string) => ({
  appearance: {
    theme: "stripe",
    variables: { colorText, colorTextSecondary: colorText, colorBackground },
  },
});

describe("the look of Elements", { timeout: 20_000 }, () => {
  test("changes while they are open, and keeps what was typed", async () => {
    const frame = await openElements(inks("rgb(1, 2, 3)", "rgb(250, 251, 252)"));
    await frame.getByLabel("Card number").fill("4242");
    await vi.waitFor(async () =>
      expect(await colourOf(frame, "label >> nth=0", "color")).toBe("rgb(1, 2, 3)"),
    );
    expect(await update(inks("rgb(240, 241, 242)", "rgb(4, 5, 6)"))).toBe("done");
    await vi.waitFor(async () => {
      expect(await colourOf(frame, "label >> nth=0", "color")).toBe("rgb(240, 241, 242)");
      expect(await colourOf(frame, "#number", "color")).toBe("rgb(240, 241, 242)");
      expect(await colourOf(frame, "#number", "backgroundColor")).toBe("rgb(4, 5, 6)");
    });
    expect(await frame.getByLabel("Card number").inputValue()).toBe("4242");
  });

  test("goes back to Stripe's own where a change leaves it out", async () => {
    const frame = await openElements(inks("rgb(1, 2, 3)", "rgb(250, 251, 252)"));
    await update({ appearance: { theme: "night" } });
    await vi.waitFor(async () =>
      expect(await colourOf(frame, "#number", "backgroundColor")).toBe("rgb(48, 49, 61)"),
    );
  });

  test.each(["fonts", "clientSecret"])("keeps its %s", async (name) => {
    await openElements({});
    expect(await update({ [name]: [] })).toContain(`${name} cannot be changed`);
  });

  test("takes a font from another origin", async () => {
    const headers = { "access-control-allow-origin": "*" };
    await page.route("https://shop.example/inter.woff2", (route) =>
      route.fulfill({ path: fontFile, headers, contentType: "font/woff2" }),
    );
    const frame = await openElements({
      fonts: [{ family: "Inter", src: "url(https://shop.example/inter.woff2)", weight: "100 900" }],
      appearance: { variables: { fontFamily: "Inter, sans-serif" } },
    });
    await vi.waitFor(async () =>
      expect(
        await frame.evaluate(() => Array.from(document.fonts, ({ status }) => status)),
      ).toEqual(["loaded"]),
    );
  });

  test.each([
    ["a relative address", [{ family: "Inter", src: "url(/inter.woff2)" }]],
    ["no family", [{ src: "url(https://shop.example/inter.woff2)" }]],
    ["a style sheet", [{ cssSrc: "https://shop.example/fonts.css" }]],
    ["no list", { family: "Inter" }],
  ])("refuses fonts with %s", async (_, fonts) => {
    await page.goto(shop.url);
    const thrown = await page.evaluate((wanted) => {
      try {
        const options = { mode: "payment", amount: 4500, currency: "eur", fonts: wanted };
        (window as unknown as Opened).Stripe("pk_test_x").elements(options);
        return "nothing";
      } catch (error) {
        return String(error);
      }
    }, fonts);
    expect(thrown).toMatch(/IntegrationError: Invalid value for elements\(\).* fonts/);
  });
});
