import { expect, type Page } from "@playwright/test";
import { aListing, anAccount } from "./attacker/mallory.ts";
import { appUrl, type Sender } from "./attacker/plain-form.ts";

// The steps a journey is not about, done by plain requests: each would take seconds in a browser.

type Account = Awaited<ReturnType<typeof anAccount>>;

const sellers = new Map<string, Promise<Account>>();

/** Another seller's ticket, on offer for €45. Returns its path. */
export async function aTicketOnOffer(home = appUrl(), event?: string): Promise<string> {
  const seller = sellers.get(home) ?? anAccount(home);
  sellers.set(home, seller);
  return aListing(await seller, event);
}

/** Opens an account and signs this browser in. */
export async function signInAtOnce(page: Page, home = appUrl()): Promise<Account> {
  const account = await anAccount(home);
  await addSessionCookie(page, account);
  return account;
}

/** Signs this browser in with the cookie of an account. */
export async function addSessionCookie(
  page: Page,
  { cookie, home = appUrl() }: Sender,
): Promise<void> {
  const [name = "", ...value] = cookie.split("=");
  await page.context().addCookies([{ name, value: value.join("="), url: home }]);
}

/** Signs a buyer in and takes them to the checkout of a ticket. Returns the buyer and the order's path. */
export async function atTheCheckout(page: Page, home = appUrl()) {
  const [buyer, ticket] = [await signInAtOnce(page, home), await aTicketOnOffer(home)];
  await page.goto(ticket);
  await page.getByRole("button", { name: "Buy ticket" }).click();
  await expect(page.getByRole("button", { name: /^Pay/ })).toBeEnabled();
  return { ...buyer, ticket, order: new URL(page.url()).pathname };
}
