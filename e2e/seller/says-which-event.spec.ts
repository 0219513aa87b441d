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

test("come from an event, it is chosen; another name takes that back, and nothing else is lost", async ({
  someone,
}) => {
  const seller = await someone();
  await signInAtOnce(seller);
  const event = `The Testers ${randomUUID().slice(0, 8)}`;
  await describeShow(seller, { event, startsAt: "2031-06-01T15:00", title: "A seat" });
  await expectTicketState(seller, "available");
  await seller.getByRole("link", { name: /^All tickets for/ }).click();
  await seller.getByRole("link", { name: "Sell yours" }).click();
  const [name, venue] = [seller.getByLabel("Event", { exact: true }), seller.getByLabel("Venue")];
  await expect(name).toHaveValue(event);
  await expect(seller.getByText("Dampfzentrale, Bern").first()).toBeVisible();
  await expect(venue).toBeHidden();
  await seller.getByLabel("Title").fill("A second seat");
  await name.fill("Another one");
  await expect(venue).toBeVisible();
  await venue.fill("Elsewhere");
  await expect(seller.getByLabel("Title")).toHaveValue("A second seat");
  await name.fill(event);
  await seller.getByRole("option", { name: event }).click();
  await expect(venue).toBeHidden();
  await seller.getByLabel("Price").fill("40");
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expectTicketState(seller, "available");
  await expect(seller.getByRole("heading", { level: 1 })).toHaveText(event);
});

test("without JavaScript, an event chosen and another described: it asks which, and keeps both", async ({
  someone,
}) => {
  const seller = await someone({ javaScriptEnabled: false });
  await signInAtOnce(seller);
  const event = `The Testers ${randomUUID().slice(0, 8)}`;
  await describeShow(seller, { event, startsAt: "2031-06-01T15:00", title: "A seat" });
  await seller.getByRole("link", { name: /^All tickets for/ }).click();
  await seller.getByRole("link", { name: "Sell yours" }).click();
  await seller.getByLabel("Event", { exact: true }).fill("Another one");
  await seller.getByLabel("Title").fill("A second seat");
  await seller.getByLabel("Price").fill("0");
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expect(seller.getByText("Say below which one it is").last()).toBeVisible();
  await expect(seller.getByLabel("Event", { exact: true })).toHaveValue("Another one");
  await seller.getByLabel(/It is this one: The Testers/).check();
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expect(seller.getByLabel(/It is this one: The Testers/)).toBeChecked();
  await seller.getByLabel("Price").fill("40");
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expectTicketState(seller, "available");
  await expect(seller.getByRole("heading", { level: 1 })).toHaveText(event);
});
