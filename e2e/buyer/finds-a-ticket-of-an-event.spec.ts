import { randomUUID } from "node:crypto";
import { expectNoBarriers } from "../barriers.ts";
import type { Page } from "@playwright/test";
import { addSessionCookie } from "../at-once.ts";
import { aListing, anAccount, goodListing } from "../attacker/mallory.ts";
import { get, send, type Sender } from "../attacker/plain-form.ts";
import { expect, test } from "../test.ts";

type Seat = { section: string; price: string; admits?: string };

/** Lists more tickets for the event of one. Returns the event's path and all tickets' paths. */
async function anEventWith(seller: Sender, seats: Seat[]) {
  const first = await aListing(seller, `The Finders ${randomUUID().slice(0, 8)}`);
  const page = await (await get(seller, first)).text();
  const event = /"(\/events\/[^"?]+)"/.exec(page)?.[1] ?? "";
  const { title, currency } = goodListing;
  const tickets = [first];
  for (const seat of seats) {
    const fields = {
      eventId: event.split("/").at(-1) ?? "",
      title,
      currency,
      admits: "1",
      ...seat,
    };
    const listed = await send(seller, "/tickets/new", "event", fields);
    tickets.push(listed.headers.get("location") ?? "");
  }
  return { event, tickets };
}

const many: Seat[] = Array.from({ length: 27 }, (_, index) => ({
  section: index % 9 === 0 ? "Balcony" : "Stalls",
  price: String(50 + index),
  admits: index % 9 === 0 ? "2" : "1",
}));

const lines = (page: Page) => page.getByRole("article");

test("the ticket one wants is found among many: page by page, by section, by number", async ({
  someone,
}) => {
  const { event } = await anEventWith(await anAccount(), many);
  const buyer = await someone();
  await buyer.goto(event);
  await expect(buyer.getByText("from €45")).toBeVisible();
  await expect(buyer.getByText("28 available")).toBeVisible();
  await expect(lines(buyer)).toHaveCount(25);
  await buyer.getByRole("link", { name: "More tickets" }).click();
  await expect(lines(buyer)).toHaveCount(3);
  await expect(lines(buyer).last()).toContainText("€76.00");
  await buyer.getByRole("link", { name: "Cheaper tickets" }).click();
  await expect(lines(buyer)).toHaveCount(25);
  await buyer.goto(`${event}?after=${"made-up".repeat(100)}&admits=none&section=`);
  await expect(lines(buyer)).toHaveCount(25);

  await buyer.getByLabel("Section").selectOption("Balcony");
  await buyer.getByLabel("Admits").selectOption("2");
  await buyer.getByRole("button", { name: "Filter" }).click();
  await expect(lines(buyer)).toHaveCount(3);
  await expect(lines(buyer).first()).toContainText(/Balcony.*€50\.00.*€25\.00 each/);
  await expectNoBarriers(buyer);
  await lines(buyer).first().getByRole("link").click();
  await expect(buyer.getByRole("button", { name: "Buy ticket" })).toBeVisible();

  await buyer.goto(`${event}?section=Cellar`);
  await expect(buyer.getByRole("heading", { name: "No ticket fits" })).toBeVisible();
  await buyer.getByRole("link", { name: "Show all tickets" }).click();
  await expect(lines(buyer)).toHaveCount(25);
});

test("a ticket being paid for says so to others, and to its holder that it is theirs for now", async ({
  someone,
}) => {
  const { event, tickets } = await anEventWith(await anAccount(), [{ section: "A", price: "60" }]);
  const holder = await anAccount();
  await send(holder, tickets[1] ?? "", "requestKey", {});
  const [holding, looking] = [await someone(), await someone()];
  await addSessionCookie(holding, holder);
  await Promise.all([holding.goto(event), looking.goto(event)]);
  await expect(looking.getByText("1 available")).toBeVisible();
  await expect(looking.getByText("1 being paid for")).toBeVisible();
  await expect(lines(looking).last()).toContainText("Someone is paying · may free up at");
  await expect(lines(holding).last()).toContainText("Held for you");
});

test("an event is kept in a calendar, read by machines, and found by search engines", async ({
  someone,
}) => {
  const { event } = await anEventWith(await anAccount(), []);
  const reader = await someone({ javaScriptEnabled: false });
  await reader.goto(event);
  const facts = await reader.locator('script[type="application/ld+json"]').allTextContents();
  expect(facts.map((text): unknown => JSON.parse(text))).toMatchObject([
    { "@type": "Event", startDate: "2031-05-17T20:30:00+02:00", offers: [{ lowPrice: "45.00" }] },
    { "@type": "BreadcrumbList" },
  ]);
  await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    new RegExp(`${event}$`),
  );

  const link = reader.getByRole("link", { name: "Add to calendar" });
  const calendar = await reader.request.get((await link.getAttribute("href")) ?? "");
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("\r\nDTSTART:20310517T183000Z\r\n");
  expect((await reader.request.get("/events/none/calendar.ics")).status()).toBe(404);

  const robots = await (await reader.request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /orders");
  const index = /^Sitemap: (.*)$/im.exec(robots)?.[1] ?? "";
  const addresses = async (at: string) =>
    [...(await (await reader.request.get(at)).text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, loc]) => loc ?? "",
    );
  const parts = await Promise.all((await addresses(index)).map(addresses));
  expect(parts.flat().filter((address) => address.endsWith(event))).toHaveLength(1);
});
