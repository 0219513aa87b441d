import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { aTicketOnOffer, signInAtOnce } from "../at-once.ts";
import { buy, cancelOrder, expectTicketState } from "../people.ts";
import { expect, test } from "../test.ts";

/** The line of a ticket on the page of its event. */
function lineOf(page: Page, ticket: string) {
  return page.getByRole("article").filter({ has: page.locator(`a[href="${ticket}"]`) });
}

async function openEventOf(page: Page, ticket: string): Promise<void> {
  await page.goto(ticket);
  await page.getByRole("link", { name: /All tickets for/ }).click();
  await expect(lineOf(page, ticket)).toContainText("Available");
}

for (const way of [
  "as a stream",
  "by asking, where streams are refused",
  "by asking, where streams are cut",
])
  test(`whoever has a ticket or its event open sees it locked and freed, ${way}`, async ({
    someone,
  }) => {
    const ticket = await aTicketOnOffer();
    const [waiting, looking, buyer] = [await someone(), await someone(), await someone()];
    for (const page of [waiting, looking])
      await page.route("**/api/**/live?*", async (route) => {
        const wantsStream = (await route.request().headerValue("accept")) === "text/event-stream";
        if (!wantsStream || way === "as a stream") return route.continue();
        if (way.endsWith("refused")) return route.fulfill({ status: 204 });
        return route.fulfill({ contentType: "text/event-stream", body: "retry: 50\n\n" });
      });
    await openEventOf(looking, ticket);
    await waiting.goto(ticket);
    await signInAtOnce(buyer);
    await buy(buyer, ticket);
    await expectTicketState(waiting, "locked");
    await expect(waiting.getByRole("button", { name: "Buy ticket" })).toBeHidden();
    await expect(
      waiting.getByRole("status").filter({ hasText: "Someone is paying, €45" }),
    ).toHaveCount(1);
    await expect(lineOf(looking, ticket)).toContainText(
      /Someone is paying · may free up at \d\d:\d\d/,
    );
    await expect(looking.getByText("0 available")).toBeHidden();
    await expect(looking.getByText("1 being paid for")).toBeVisible();
    await expect(
      looking.getByRole("status").filter({ hasText: "A seat: Someone is paying, €45" }),
    ).toHaveCount(1);
    await cancelOrder(buyer);
    await expectTicketState(waiting, "available");
    await expect(waiting.getByRole("button", { name: "Buy ticket" })).toBeVisible();
    await expect(lineOf(looking, ticket)).toContainText("Available");
    await expect(looking.getByText("1 available")).toBeVisible();
  });

test("a page of prints says what an event has left, and a ticket listed since waits to be asked for", async ({
  someone,
}) => {
  const event = `Changing ${randomUUID()}`;
  const ticket = await aTicketOnOffer(undefined, event);
  const [browsing, looking, buyer] = [await someone(), await someone(), await someone()];
  await expect(async () => {
    await browsing.goto(`/?q=${encodeURIComponent(event)}`);
    await expect(print(browsing, event)).toContainText("1 ticket", { timeout: 1000 });
  }).toPass();
  await openEventOf(looking, ticket);
  await signInAtOnce(buyer);
  await buy(buyer, ticket);
  await expect(print(browsing, event)).toContainText("1 being paid for");
  const path = new URL(looking.url()).pathname;
  await aTicketOnOffer(undefined, event);
  await expect(print(browsing, event)).toContainText("1 ticket, 1 being paid for");
  await expect(looking.getByRole("article")).toHaveCount(1);
  await looking.getByRole("button", { name: "1 more ticket is on sale. Show it" }).click();
  await expect(looking.getByRole("article")).toHaveCount(2);
  await expect(looking.getByRole("button", { name: /more ticket/ })).toBeHidden();
  expect(new URL(looking.url()).pathname).toBe(path);
});

function print(page: Page, event: string) {
  return page.getByRole("listitem").filter({ hasText: event });
}
