import { type Browser, chromium, type Page } from "@playwright/test";
import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openShop, type Shop } from "../testing/open-shop.ts";
import { useSandbox } from "../testing/use-sandbox.ts";

const tested = useSandbox();
const systemChromium = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
let browser: Browser;
let shop: Shop;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.launch({
    ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  shop = await openShop(tested.stripe, tested.sandbox.url);
}, 30_000);
beforeEach(async () => {
  complaints = [];
  page = await browser.newPage();
  page.setDefaultTimeout(5000);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|Stripe\.js@/.test(message.text())) complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await shop.stop();
});

const field = (name: string) =>
  page.frameLocator('iframe[title="Secure payment input frame"]').getByLabel(name);
const bank = () => page.frameLocator('iframe[title="3D Secure authentication"]');
const pay = () => page.getByRole("button", { name: "Pay" }).click();
const shows = (text: string | RegExp) =>
  vi.waitFor(async () => expect(await page.locator("output").textContent()).toMatch(text), 5000);

async function openCheckout(number: string, query = ""): Promise<void> {
  await page.goto(`${shop.url}/${query}`);
  await field("Card number").pressSequentially(number);
  // A finished field hands over to the next one.
  await page.keyboard.type("1234");
  await page.keyboard.type("123");
}

describe("the Payment Element", { timeout: 20_000 }, () => {
  test("pays with a card typed by keyboard alone", async () => {
    await openCheckout("4242424242424242");
    expect(await field("Card number").inputValue()).toBe("4242 4242 4242 4242");
    expect(await field("Expiration date").inputValue()).toBe("12 / 34");
    await page.keyboard.press("Enter");
    await shows("requires_capture");
  });

  test("names what is missing before anything is sent", async () => {
    await page.goto(shop.url);
    await field("Card number").waitFor();
    await pay();
    await shows("incomplete_number: Your card number is incomplete.");
    expect(await field("Card number").getAttribute("aria-invalid")).toBe("true");
    expect(tested.sandbox.history()).toEqual([]);
  });

  test("a declined buyer tries another card", async () => {
    await openCheckout("4000000000009995");
    await pay();
    await shows("card_declined: Your card has insufficient funds.");
    await field("Card number").fill("4242424242424242");
    await pay();
    await shows("requires_capture");
  });

  test("takes the buyer through 3-D Secure", async () => {
    await openCheckout("4000002760003184");
    await pay();
    await bank().getByText("€45.00 with the card ending in 3184").waitFor();
    await bank().getByRole("button", { name: "Complete authentication" }).click();
    await shows("requires_capture");
  });

  test("shows that 3-D Secure failed", async () => {
    await openCheckout("4000000000003220");
    await pay();
    await bank().getByRole("button", { name: "Fail authentication" }).click();
    await shows("payment_intent_authentication_failure");
  });

  test("goes to the return address when asked to always", async () => {
    await openCheckout("4242424242424242", "?redirect=always");
    await pay();
    await page.waitForURL(
      /\/paid\?payment_intent=pi_\w+&payment_intent_client_secret=pi_\w+&redirect_status=succeeded$/,
    );
  });

  test("pays when the secret was there from the start", async () => {
    await openCheckout("4242424242424242", "?secret-first");
    await pay();
    await shows("requires_capture");
  });

  test("refuses a payment of another amount than the buyer was shown", async () => {
    await openCheckout("4242424242424242", "?amount=4400");
    await pay();
    await shows("invalid_request_error: The amount provided to Elements does not match");
  });

  test.each(["?any-way", "?ways=card,klarna", "?ways=klarna"])(
    "confirms nothing, a card neither, when it offers other ways to pay than the PaymentIntent takes: %s",
    async (query) => {
      await openCheckout("4242424242424242", query);
      await pay();
      await shows(/^invalid_request_error: The provided payment_method_types .* does not match/);
      expect((await tested.stripe.charges.list()).data).toEqual([]);
    },
  );

  test("agrees when the account has switched on what the PaymentIntent takes", async () => {
    tested.sandbox.setAccount({ payment_method_types: ["card"] });
    await openCheckout("4242424242424242", "?any-way");
    await pay();
    await shows("requires_capture");
  });

  test("is not opened with the option that endive took away", async () => {
    await page.goto(shop.url);
    const thrown = await page.evaluate(() => {
      const options = {
        mode: "payment",
        amount: 4500,
        currency: "eur",
        paymentMethodTypes: ["card"],
      };
      // The page's own global, whose type is not loaded here.
      const { Stripe } = window as unknown as {
        Stripe: (key: string) => { elements(options: object): unknown };
      };
      try {
        Stripe("pk_test_x").elements(options);
        return "nothing";
      } catch (error) {
        return String(error);
      }
    });
    expect(thrown).toContain("paymentMethodTypes is no longer supported");
  });

  test("keeps the card number out of the records", async () => {
    await openCheckout("4242424242424242");
    await pay();
    await shows("requires_capture");
    expect(JSON.stringify(tested.sandbox.history())).not.toContain("4242424242424242");
  });
});
