import type { Page } from "@playwright/test";
import { countRowsOf } from "../attacker/counted-rows.ts";
import { anAccount, goodListing } from "../attacker/mallory.ts";
import { get, send } from "../attacker/plain-form.ts";
import { expect, test } from "../test.ts";
import { aTicketOnOffer, atTheCheckout, signInAtOnce } from "../at-once.ts";
import { isAction } from "../held-requests.ts";
import { cards, expectOrderStatus, payWith, refusal } from "../people.ts";

const unknownAction = `60${"0".repeat(40)}`;

test.use({ toBeExpected: /status of 409|UnrecognizedActionError|net::ERR_INTERNET/ }); // the server knows no such action

test("a deploy in the middle of a checkout: the card is not sent, the page says to reload, and then it pays", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await deploy(buyer);
  await payWith(buyer, cards.pays);
  await expect(refusal(buyer)).toContainText("your card was not sent. Reload the page");
  await buyer.unroute(anything);
  await buyer.getByRole("link", { name: "Reload the page" }).click();
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
});

test("a deploy between look and click: nothing is locked, the page loads itself anew and says so, and then buying works", async ({
  someone,
}) => {
  const page = await someone();
  const [buyer, ticket] = [await signInAtOnce(page), await aTicketOnOffer()];
  await page.goto(ticket);
  await deploy(page);
  await page.getByRole("button", { name: "Buy ticket" }).click();
  await expect(refusal(page)).toContainText("Rowlock was updated");
  await expect(refusal(page)).toContainText("press the button again");
  expect(await countRowsOf(buyer.email)).toMatchObject({ orders: 0 });
  await page.unroute(anything);
  await page.getByRole("button", { name: "Buy ticket" }).click();
  await expectOrderStatus(page, "created");
});

test("a deploy while a seller types, and then no network: what was typed is there all the same", async ({
  someone,
}) => {
  const seller = await someone();
  await signInAtOnce(seller);
  await seller.goto("/tickets/new");
  await seller.getByLabel("Title").fill("Two seats, front stalls");
  await seller.getByLabel("Currency").selectOption("gbp");
  await deploy(seller);
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expect(refusal(seller)).toContainText("nothing is lost: look it over");
  await expect(seller.getByLabel("Title")).toHaveValue("Two seats, front stalls");
  await expect(seller.getByLabel("Currency")).toHaveValue("gbp");

  await seller.context().setOffline(true);
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expect(refusal(seller)).toContainText("There is no connection");
  await expect(seller.getByLabel("Title")).toHaveValue("Two seats, front stalls");
});

test("a deploy while a signed-in user looks: Sign out says to reload, and then it signs out", async ({
  someone,
}) => {
  const page = await someone();
  await signInAtOnce(page);
  await page.goto("/account");
  await deploy(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(refusal(page)).toContainText("You opened this page before the update");
  await page.unroute(anything);
  await page.getByRole("button", { name: "Reload the page" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a deploy without JavaScript: the old form changes nothing, and the answer shows nothing of ours", async () => {
  const seller = await anAccount();
  const form = await (await get(seller, "/tickets/new")).text();
  const names = form.match(/\$ACTION_\d+:0/g) ?? [];
  const stale = names.map((name) => [name, JSON.stringify({ id: unknownAction, bound: "$@1" })]);
  const answer = await send(seller, "/tickets/new", "event", {
    ...goodListing,
    ...Object.fromEntries(stale),
  });
  expect(answer.status).toBe(409);
  expect(await answer.text()).not.toMatch(/at \w+ \(|digest|Error/);
  expect(await countRowsOf(seller.email)).toMatchObject({ tickets: 0 });
});

const anything = "**/*";

/** From now on the server knows none of the actions that this page knows. */
async function deploy(page: Page): Promise<void> {
  await page.route(anything, (route) => {
    if (!isAction(route.request())) return route.fallback();
    const headers = { ...route.request().headers(), "next-action": unknownAction };
    return route.continue({ headers });
  });
}
