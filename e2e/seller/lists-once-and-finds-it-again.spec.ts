import { randomUUID } from "node:crypto";
import { expectNoBarriers } from "../barriers.ts";
import type { Page } from "@playwright/test";
import { aListing } from "../attacker/mallory.ts";
import { signInAtOnce } from "../at-once.ts";
import { buy, expectTicketState, listTicket, refusal } from "../people.ts";
import { expect, test } from "../test.ts";

test.use({ toBeExpected: /net::ERR_CONNECTION_RESET/ });

const listTicketButton = (page: Page) => page.getByRole("button", { name: "List ticket" });
const listed = (page: Page) => page.getByRole("main").getByRole("article");

test("listed, and the answer is lost: pressed again it is listed once", async ({ someone }) => {
  const seller = await someone();
  await signInAtOnce(seller);
  await seller.goto("/tickets/new");
  const event = `The Testers ${randomUUID().slice(0, 8)}`;
  await describeTicket(seller, event, "One seat");
  let answers = 0;
  await seller.route("**/tickets/new", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    answers += 1;
    if (answers > 1) return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  });
  await listTicketButton(seller).click();
  await expect(refusal(seller)).toContainText("Nothing you typed is lost");
  await listTicketButton(seller).click();
  await expectTicketState(seller, "available");
  await seller.goto("/sales");
  await expect(listed(seller)).toHaveCount(1);
  expect(answers).toBe(2);
});

for (const javaScriptEnabled of [true, false])
  test(`another like it, and the same form sent for another (JavaScript ${javaScriptEnabled ? "on" : "off"})`, async ({
    someone,
  }) => {
    const seller = await someone({ javaScriptEnabled });
    await signInAtOnce(seller);
    const title = "A seat in the stalls";
    const ticket = await listTicket(seller, { title, price: "45.50" });
    await seller.getByRole("link", { name: "List another like this" }).click();
    await expect(seller).toHaveURL(new RegExp(`/tickets/new\\?like=${ticket.split("/").at(-1)}$`));
    expect(await seller.getByLabel("Event", { exact: true }).inputValue()).not.toBe("");
    await expect(seller.getByLabel("Title")).toHaveValue(title);
    await expect(seller.getByLabel("Price")).toHaveValue("45.50");
    await expect(seller.getByLabel("Section")).toHaveValue("Standing");
    const form = await seller.context().newPage();
    await form.goto(seller.url());
    const key = await form.locator('input[name="requestKey"]').inputValue();
    await form.getByLabel("Seat", { exact: true }).fill("12");
    await listTicketButton(form).click();
    await expectTicketState(form, "available");

    await seller.getByLabel("Seat", { exact: true }).fill("13");
    await seller.locator('input[name="requestKey"]').evaluate((field, value) => {
      if (field instanceof HTMLInputElement) field.value = value; // one form, open twice
    }, key);
    await listTicketButton(seller).click();
    await expect(refusal(seller)).toContainText("listed a ticket already");
    await expect(seller.getByLabel("Seat", { exact: true })).toHaveValue("13");
    await listTicketButton(seller).click();
    await expectTicketState(seller, "available");
    await seller.goto("/sales");
    await expect(listed(seller)).toHaveCount(3);
  });

test("the stub beside the form is what a buyer will see, and under the price what they pay, as it is typed", async ({
  someone,
}) => {
  const seller = await someone();
  await signInAtOnce(seller);
  await seller.goto("/tickets/new");
  await expect(seller.getByText("Your ticket takes shape here")).toBeVisible();
  await expect(seller.getByText("A buyer pays exactly this: nothing is added.")).toBeVisible();
  const event = `The Testers ${randomUUID().slice(0, 8)}`;
  await describeTicket(seller, event, "One seat");
  const stub = seller.getByRole("region", { name: "What a buyer will see" }).getByRole("article");
  for (const text of [event, "One seat", "€45.00", "20:30 CEST", "Paradiso · Amsterdam"])
    await expect(stub).toContainText(text);
  await seller.getByLabel("Currency").selectOption("gbp");
  await seller.getByLabel("Admits").fill("2");
  await expect(stub).toContainText("£45.00");
  await expect(stub).toContainText("Admits 2");
  await expect(
    seller.getByText("A buyer pays exactly £45.00: nothing is added. That is £22.50 per person."),
  ).toBeVisible();
  await seller.setViewportSize({ width: 360, height: 780 });
  expect(await seller.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await listTicketButton(seller).click();
  await expectTicketState(seller, "available");
  await seller.getByRole("link", { name: "List another like this" }).click();
  await expect(stub).toContainText(event);
  await expect(stub).toContainText("£45.00");
});

test("another person's ticket, and what is none, begin nothing", async ({ someone }) => {
  const [seller, other] = [await someone(), await someone()];
  const account = await signInAtOnce(seller);
  await signInAtOnce(other);
  const [, , id = ""] = (await aListing(account)).split("/");
  for (const like of [id, "nonsense", randomUUID()]) {
    await other.goto(`/tickets/new?like=${like}`);
    await expect(other.getByLabel("Title")).toHaveValue("");
    await expect(other.getByLabel("Event", { exact: true })).toHaveValue("");
  }
});

test("among many, a seller finds a ticket by words and page by page; what is being paid for is on top", async ({
  someone,
}) => {
  const [seller, buyer] = [await someone(), await someone()];
  const account = await signInAtOnce(seller);
  await signInAtOnce(buyer);
  const first = await aListing(account, `Café Müller ${randomUUID().slice(0, 8)}`);
  for (let count = 0; count < 26; count += 1) await aListing(account);
  await seller.goto("/sales");
  await expect(listed(seller)).toHaveCount(25);
  await seller.getByRole("link", { name: "Older" }).click();
  await expect(listed(seller)).toHaveCount(2);
  await expect(listed(seller).last()).toContainText("Café Müller");
  await seller.getByRole("link", { name: "Newer" }).click();
  await expect(listed(seller)).toHaveCount(25);
  await expect(seller.getByRole("link", { name: "Newer" })).toHaveCount(0);

  await seller.getByLabel("Find a ticket of yours").fill("muller CAFE");
  await seller.getByRole("button", { name: "Search" }).click();
  await expect(listed(seller)).toHaveCount(1);
  await seller.getByRole("link", { name: "Show all tickets" }).click();
  await expect(listed(seller)).toHaveCount(25);
  await seller.getByLabel("Find a ticket of yours").fill("a thing nobody sells");
  await seller.getByRole("button", { name: "Search" }).click();
  await expect(
    seller.getByText(/No ticket of yours mentions “a thing nobody sells”/),
  ).toBeVisible();
  await expectNoBarriers(seller);

  await buy(buyer, first);
  await seller.goto("/sales");
  await expect(seller.getByRole("heading", { name: "Being paid for now" })).toBeVisible();
  await expect(listed(seller).first()).toContainText("Café Müller");
  await expect(listed(seller)).toHaveCount(26);
  await expectNoBarriers(seller);
  await buyer.goto("/orders?q=nothing");
  await expect(buyer.getByRole("heading", { name: "Under way" })).toBeVisible();
  await expect(buyer.getByText(/No other order of yours mentions/)).toBeVisible();
  for (const path of ["/sales", "/orders"])
    for (const query of [
      "after=nonsense",
      "before=%00",
      "after=a&after=b",
      `q=${"x".repeat(5000)}`,
      "q=%25%5C'",
    ])
      expect((await seller.goto(`${path}?${query}`))?.status(), `${path}?${query}`).toBe(200);
});

async function describeTicket(page: Page, event: string, title: string): Promise<void> {
  await page.getByLabel("Event", { exact: true }).fill(event);
  await page.getByLabel("Venue").fill("Paradiso");
  await page.getByLabel("City").fill("Amsterdam");
  await page.getByLabel("Starts").fill("2031-05-17T20:30");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Price").fill("45");
}
