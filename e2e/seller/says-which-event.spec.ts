import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { signInAtOnce } from "../at-once.ts";
import { expectTicketState, refusal } from "../people.ts";
import { expect, test } from "../test.ts";

type Show = { event: string; city?: string; startsAt: string; title: string };

async function describeShow(page: Page, { event, city = "Bern", startsAt, title }: Show) {
  await page.goto("/tickets/new");
  await page.getByLabel("Event", { exact: true }).fill(event);
  await page.getByLabel("Venue").fill("Dampfzentrale");
  await page.getByLabel("City").fill(city);
  await page.getByLabel("Starts").fill(startsAt);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Price").fill("45");
  await page.getByRole("button", { name: "List ticket" }).click();
}

for (const javaScriptEnabled of [true, false])
  test(`a matinee and an evening of one name, asked about and told apart (JavaScript ${javaScriptEnabled ? "on" : "off"})`, async ({
    someone,
  }) => {
    const event = `The Copper Choir · ${randomUUID().slice(0, 8)}`;
    const [one, other] = [await someone(), await someone({ javaScriptEnabled })];
    await signInAtOnce(one);
    await signInAtOnce(other);
    await describeShow(one, { event, startsAt: "2031-06-01T15:00", title: "A matinee seat" });
    await expectTicketState(one, "available");

    const evening = { event: event.toLowerCase(), startsAt: "2031-06-01T20:00", title: "By night" };
    await describeShow(other, evening);
    await expect(refusal(other)).toContainText("nothing you typed is lost");
    await expect(other.getByLabel("Event", { exact: true })).toHaveValue(evening.event);
    await expect(other.getByLabel("Starts")).toHaveValue("2031-06-01T20:00");
    await expect(other.getByLabel("Title")).toHaveValue("By night");
    await other.getByLabel("It is another event").check();
    await other.getByRole("button", { name: "List ticket" }).click();
    await expectTicketState(other, "available");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(evening.event);

    await describeShow(other, { ...evening, startsAt: "2031-06-02T15:00" });
    await other.getByLabel(/It is this one: .* 1 Jun 2031, 15:00/).check();
    await other.getByRole("button", { name: "List ticket" }).click();
    await expectTicketState(other, "available");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(event);
  });

test("an event chosen and another described: both are kept, and it says which to keep", async ({
  someone,
}) => {
  const seller = await someone();
  await signInAtOnce(seller);
  const event = `The Testers ${randomUUID().slice(0, 8)}`;
  await describeShow(seller, { event, startsAt: "2031-06-01T15:00", title: "A seat" });
  await expectTicketState(seller, "available");
  await seller.getByRole("link", { name: /^All tickets for/ }).click();
  await seller.getByRole("link", { name: "Sell yours" }).click();
  const chosen = await seller.getByLabel("What it is for").inputValue();
  expect(chosen).not.toBe("");
  await seller.getByText("The event is not in the list").click();
  await seller.getByLabel("Event", { exact: true }).fill("Another one");
  await seller.getByLabel("Title").fill("A second seat");
  await seller.getByLabel("Price").fill("40");
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expect(seller.getByText("take back this choice")).toBeVisible();
  await expect(seller.getByLabel("What it is for")).toHaveValue(chosen);
  await expect(seller.getByLabel("Event", { exact: true })).toHaveValue("Another one");
  await seller.getByLabel("Event", { exact: true }).fill("");
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expectTicketState(seller, "available");
  await expect(seller.getByRole("heading", { level: 1 })).toHaveText(event);
});
