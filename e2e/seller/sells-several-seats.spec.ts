import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { aTicketOnOffer, signInAtOnce } from "../at-once.ts";
import { expectTicketState, refusal } from "../people.ts";
import { expect, test } from "../test.ts";

test.use({ toBeExpected: /net::ERR_CONNECTION_RESET/ });

const listTicketButton = (page: Page) => page.getByRole("button", { name: "List ticket" });
const listed = (page: Page) => page.getByRole("main").getByRole("article");
const seat = (page: Page) => page.getByLabel("Seat", { exact: true });

/** A form for an event of the catalogue in which all is said but the seats. */
async function beginListing(page: Page): Promise<void> {
  const title = `Sedgewick ${randomUUID().slice(0, 6)}`;
  const ticket = await aTicketOnOffer(undefined, title);
  await signInAtOnce(page);
  await page.goto(ticket);
  await page.getByRole("link", { name: /^All tickets for/ }).click();
  await page.getByRole("link", { name: "Sell yours" }).click();
  await expect(page.getByLabel("Event", { exact: true })).toHaveValue(title);
  await page.getByLabel("Title").fill("A seat in the stalls");
  await page.getByLabel("Section").fill("Stalls");
  await page.getByLabel("Row", { exact: true }).fill("C");
  await page.getByLabel("Price").fill("45");
}

for (const javaScriptEnabled of [true, false]) {
  const script = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`${script}: four seats, each by itself, and all of them shown afterwards`, async ({
    someone,
  }) => {
    const seller = await someone({ javaScriptEnabled });
    await beginListing(seller);
    await seat(seller).fill("12-15");
    if (javaScriptEnabled) await expect(seller.getByText("4 places: how do you")).toBeVisible();
    await listTicketButton(seller).click();
    await expect(seller.getByText("Say how you sell these 4 seats").last()).toBeVisible();
    await expect(seat(seller)).toHaveValue("12-15");
    await seller.getByLabel("Sell them separately").check();
    if (javaScriptEnabled) {
      await expect(seller.getByText("for each of them: nothing is added.")).toContainText(
        "A buyer pays exactly €45.00 for each of them: nothing is added. All 4 sold, you get €180.00.",
      );
      await expect(seller.getByText("And 3 more like it")).toContainText("in seats 13, 14, 15");
    }
    await listTicketButton(seller).click();
    await expect(seller).toHaveURL(/\/sales\?listed=/);
    await expect(seller.getByText("4 tickets are listed")).toBeVisible();
    await expect(listed(seller)).toHaveCount(4);
    for (const number of [12, 13, 14, 15])
      await expect(listed(seller).filter({ hasText: `Seat ${number}` })).toHaveCount(1);
  });

  test(`${script}: four seats only together are one ticket for four`, async ({ someone }) => {
    const seller = await someone({ javaScriptEnabled });
    await beginListing(seller);
    await seat(seller).fill("12, 13, 14, 15");
    await seller.getByLabel("Only together").check();
    if (javaScriptEnabled)
      await expect(seller.getByText("That is €11.25 per person.")).toBeVisible();
    await listTicketButton(seller).click();
    await expectTicketState(seller, "available");
    await expect(seller.getByText("12, 13, 14, 15").first()).toBeVisible();
    await seller.goto("/sales");
    await expect(listed(seller)).toHaveCount(1);
    await expect(listed(seller)).toContainText("Admits 4");
  });
}

test("the answer is lost: pressed again, four are listed, not eight", async ({ someone }) => {
  const seller = await someone();
  await beginListing(seller);
  await seat(seller).fill("12-15");
  await seller.getByLabel("Sell them separately").check();
  let answers = 0;
  await seller.route("**/tickets/new**", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    answers += 1;
    if (answers > 1) return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  });
  await listTicketButton(seller).click();
  await expect(refusal(seller)).toContainText("Nothing you typed is lost");
  await expect(seller.getByLabel("Sell them separately")).toBeChecked();
  await listTicketButton(seller).click();
  await expect(seller).toHaveURL(/\/sales\?listed=/);
  await expect(listed(seller)).toHaveCount(4);
  expect(answers).toBe(2);
});

test("general admission empties row and seat, and three places of it are three tickets", async ({
  someone,
}) => {
  const seller = await someone();
  await beginListing(seller);
  await seat(seller).fill("12-15");
  await seller.getByLabel("General admission").check();
  await expect(seat(seller)).toBeDisabled();
  await seller.getByLabel("Admits").fill("3");
  await seller.getByLabel("Sell them separately").check();
  await listTicketButton(seller).click();
  await expect(listed(seller)).toHaveCount(3);
  await expect(seller.getByText("Seat 12")).toHaveCount(0);
});

test("seats that make no sense are refused beside their field, in words, and nothing is lost", async ({
  someone,
}) => {
  const seller = await someone();
  await beginListing(seller);
  for (const [typed, told] of [
    ["15-12", "Write seats from the lower number to the higher"],
    ["12,12", "A seat stands here twice"],
    ["1-9999", "at most 20 seats"],
    ["x".repeat(300), "at most 40 characters"],
  ] as const) {
    await seat(seller).fill(typed);
    await listTicketButton(seller).click();
    await expect(seller.getByText(told).last()).toBeVisible();
    await expect(seat(seller)).toHaveValue(typed);
    await expect(seller.getByLabel("Title")).toHaveValue("A seat in the stalls");
  }
  await seat(seller).fill("A1-A2");
  await seller.getByLabel("Sell them separately").check();
  await listTicketButton(seller).click();
  await expect(listed(seller)).toHaveCount(2);
});
