import { expect, type Page } from "@playwright/test";
import { aListing, anAccount } from "./attacker/mallory.ts";
import { appUrl, type Sender } from "./attacker/plain-form.ts";

// What a journey is not about, done by plain requests: they take a moment where a browser takes seconds.

type Somebody = Awaited<ReturnType<typeof anAccount>>;

const sellers = new Map<string, Promise<Somebody>>();

/** A ticket of somebody else's on offer for €45. Returns its path. */
export async function aTicketOnOffer(home = appUrl(), event?: string): Promise<string> {
  const seller = sellers.get(home) ?? anAccount(home);
  sellers.set(home, seller);
  return aListing(await seller, event);
}

/** Opens an account, in which this browser is signed in from now on. */
export async function signInAtOnce(page: Page, home = appUrl()): Promise<Somebody> {
  const somebody = await anAccount(home);
  await letIn(page, somebody);
  return somebody;
}

/** Gives this browser the cookie of somebody who is signed in. */
export async function letIn(page: Page, { cookie, home = appUrl() }: Sender): Promise<void> {
  const [name = "", ...value] = cookie.split("=");
  await page.context().addCookies([{ name, value: value.join("="), url: home }]);
}

/** Somebody signed in, at the checkout of a ticket. Returns who, and the order's path. */
export async function atTheCheckout(page: Page, home = appUrl()) {
  const [buyer, ticket] = [await signInAtOnce(page, home), await aTicketOnOffer(home)];
  await page.goto(ticket);
  await page.getByRole("button", { name: "Buy ticket" }).click();
  await expect(page.getByRole("button", { name: /^Pay/ })).toBeEnabled();
  return { ...buyer, ticket, order: new URL(page.url()).pathname };
}
