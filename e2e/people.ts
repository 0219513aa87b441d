import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { codeSentTo } from "./mails.ts";

export const password = "seven swans a-swimming";

/** Opens an account in this browser and returns its email address. */
export async function signUp(page: Page, name: string): Promise<string> {
  const email = `${randomUUID()}@example.com`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your email" })).toBeVisible();
  await page.getByLabel("Code").fill(await codeSentTo(email, new URL(page.url()).origin));
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Tickets from fans to fans" }),
  ).toBeVisible();
  return email;
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Tickets from fans to fans" }),
  ).toBeVisible();
}

/** Keeps a page as it was read: as where news of the market does not reach it in time. */
export async function holdBackNews(page: Page): Promise<void> {
  await page.route("**/api/**/live?*", (route) => route.fulfill({ status: 204 }));
}

type Offer = { event?: string; title?: string; price?: string };

/** Lists a ticket, for a new event unless the offer names one. Returns the ticket's path. */
export async function listTicket(page: Page, offer: Offer = {}): Promise<string> {
  await page.goto("/tickets/new");
  await page
    .getByLabel("Event", { exact: true })
    .fill(offer.event ?? `The Testers ${randomUUID().slice(0, 8)}`);
  await page.getByLabel("Venue").fill("Paradiso");
  await page.getByLabel("City").fill("Amsterdam");
  await page.getByLabel("Starts").fill("2031-05-17T20:30");
  await page.getByLabel("Title").fill(offer.title ?? "One ticket, standing");
  await page.getByLabel("Price").fill(offer.price ?? "45");
  await page.getByLabel("Section").fill("Standing");
  await page.getByRole("button", { name: "List ticket" }).click();
  await expectTicketState(page, "available");
  return new URL(page.url()).pathname;
}

export async function buy(page: Page, ticketPath: string): Promise<void> {
  await page.goto(ticketPath);
  await page.getByRole("button", { name: "Buy ticket" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
}

/** Both ask once before they do it. */
export async function withdraw(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
}

export async function cancelOrder(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Cancel order" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
}

export const cards = {
  pays: "4242 4242 4242 4242",
  isDeclined: "4000 0000 0000 0002",
  isStolen: "4000 0000 0000 9979",
  asksForThreeDSecure: "4000 0025 0000 3155",
};

/** Types a card into Stripe's frame and presses Pay. */
export async function payWith(page: Page, card: string): Promise<void> {
  await enterCard(page, card);
  await payButton(page).click();
}

export function payButton(page: Page) {
  return page.getByRole("button", { name: /^Pay/ });
}

export async function enterCard(page: Page, card: string): Promise<void> {
  const frame = page.frameLocator('iframe[title="Secure payment input frame"]');
  await frame.getByLabel("Card number").fill(card);
  await frame.getByLabel("Expiration date").fill("12 / 40");
  await frame.getByLabel("Security code").fill("123");
}

export async function expectOrderStatus(page: Page, status: string): Promise<void> {
  await expect(page.locator("[data-order-status]")).toHaveAttribute("data-order-status", status);
}

export async function expectTicketState(page: Page, state: string): Promise<void> {
  await expect(page.locator("[data-ticket-state]")).toHaveAttribute("data-ticket-state", state);
}

/** The refusal on the page. Next's route announcer is an alert too, and is left out. */
export function refusal(page: Page) {
  return page
    .getByRole("alert")
    .filter({ hasText: /\S/ })
    .and(page.locator(":not(#__next-route-announcer__)"));
}
