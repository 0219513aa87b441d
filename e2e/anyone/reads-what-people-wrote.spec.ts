import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { anAccount, goodListing } from "../attacker/mallory.ts";
import { appUrl, send, type Sender } from "../attacker/plain-form.ts";
import { addSessionCookie } from "../at-once.ts";
import { overflowOf } from "../measures.ts";
import { buy, cards, expectOrderStatus, payButton, payWith } from "../people.ts";
import { expect, test } from "../test.ts";

/** The most of each kind of text that may be written in a field of so many characters. */
const kinds: Record<string, (maximum: number) => string> = {
  "no place to break": (maximum) => "W".repeat(maximum),
  "spaces and hyphens that do not break": (maximum) =>
    "Süd\u00A0\u202FTribüne\u2011".repeat(20).slice(0, maximum - 1) + "W",
  "right to left, ending in signs": (maximum) =>
    `${"مهرجان،ليلة-".repeat(20).slice(0, maximum - 2)}!)`,
  "emoji of many parts": (maximum) => "👨‍👩‍👧‍👦".repeat(Math.floor((maximum * 16) / 25)),
};

const aPerson = (name: string): Promise<Sender> => anAccount(appUrl(), { name });

/** Lists a ticket of which every text is as long as it may be. Returns its path and what was written. */
async function aWordyTicket(seller: Sender, write: (maximum: number) => string) {
  const words = {
    event: write(112) + randomUUID().slice(0, 8), // so that each is another event
    venue: write(120),
    city: write(80),
    title: write(120),
    section: write(40),
    row: write(20),
    seat: write(40),
  };
  const listed = await send(seller, "/tickets/new", "event", { ...goodListing, ...words });
  expect(listed.status).toBe(303);
  return { ticket: listed.headers.get("location") ?? "", words };
}

/** What of these words is shown without a direction of its own. Options show no other than their list's. */
function withoutDirection(page: Page, words: string[]): Promise<string[]> {
  return page.evaluate((written) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.textContent ?? "";
      const parent = node.parentElement;
      if (
        !parent ||
        parent.closest("option, script, svg, #__next-route-announcer__, next-route-announcer")
      )
        continue;
      if (!written.some((each) => text.includes(each))) continue;
      if (!parent.closest("bdi, [dir=auto]")) found.push(text);
    }
    return found;
  }, words);
}

for (const [kind, write] of Object.entries(kinds))
  test(`no page is wider than a phone, whatever people wrote: ${kind}`, async ({ someone }) => {
    const phone = { viewport: { width: 360, height: 740 } };
    const [seller, buyer] = [await someone(phone), await someone(phone)];
    const name = write(80);
    const [selling, buying] = [await aPerson(name), await aPerson(name)];
    await addSessionCookie(seller, selling);
    await addSessionCookie(buyer, buying);
    const { ticket, words } = await aWordyTicket(selling, write);
    const beginnings = [...Object.values(words), name].map((text) =>
      Array.from(text.replaceAll(/\p{Zs}+/gu, " "))
        .slice(0, 7)
        .join(""),
    );
    const fits = async (page: Page) => {
      expect(await overflowOf(page), page.url()).toBeLessThanOrEqual(0);
      expect(await withoutDirection(page, beginnings), page.url()).toEqual([]);
    };

    await seller.goto(ticket);
    await seller.getByRole("link", { name: /All tickets for/ }).click();
    await expect(seller.getByRole("heading", { name: "Tickets", exact: true })).toBeVisible();
    const event = new URL(seller.url()).pathname;
    const id = words.event.slice(-8);
    const places = [ticket, `${ticket}/edit`, event, "/", `/?q=${id}`, "/sales", "/account"];
    for (const path of [...places, `/tickets/new?event=${event.split("/").at(-1)}`]) {
      await seller.goto(path);
      await fits(seller);
    }
    await buy(buyer, ticket);
    await expect(buyer.getByRole("button", { name: /^Pay/ })).toBeEnabled();
    await fits(buyer);
    const pay = await payButton(buyer).boundingBox();
    expect(pay && pay.y + pay.height, "where Pay ends").toBeLessThanOrEqual(740);
    const order = new URL(buyer.url()).pathname;
    await seller.goto(ticket);
    await fits(seller);
    await payWith(buyer, cards.pays);
    await expectOrderStatus(buyer, "completed");
    for (const path of [order, "/orders", ticket, event]) {
      await buyer.goto(path);
      await fits(buyer);
    }
    await seller.goto("/sales");
    await fits(seller);
  });
