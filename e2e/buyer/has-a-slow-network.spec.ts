import { countRowsOf } from "../attacker/counted-rows.ts";
import { expect, test } from "../test.ts";
import { aTicketOnOffer, atTheCheckout, signInAtOnce } from "../at-once.ts";
import { holdRequests, isAction } from "../held-requests.ts";
import { cards, enterCard, expectOrderStatus, payButton } from "../people.ts";

test("Pay is pressed again and again on a slow network: the wait shows itself, and one payment is made", async ({
  someone,
}) => {
  const buyer = await someone();
  const { email } = await atTheCheckout(buyer);
  const toUs = await holdRequests(buyer, isAction);
  const toStripe = await holdRequests(buyer, (request) => request.url().endsWith("/confirm"));
  await enterCard(buyer, cards.pays);
  await payButton(buyer).dblclick();
  await expect(buyer.getByRole("button", { name: "Paying…" })).toBeFocused();
  await buyer.keyboard.press("Enter"); // the button has the focus still
  expect(toUs.held).toHaveLength(1);
  toUs.release();
  await expect.poll(() => toStripe.held.length).toBe(1);
  await buyer.keyboard.press("Enter");
  toStripe.release();
  await expectOrderStatus(buyer, "completed");
  expect([toUs.held, toStripe.held].map((each) => each.length)).toEqual([1, 1]);
  expect(await countRowsOf(email)).toMatchObject({ orders: 1, charges: 1 });
});

test("Buy is double-clicked on a slow network: the wait shows itself, and one order is made", async ({
  someone,
}) => {
  const page = await someone();
  const [buyer, ticket] = [await signInAtOnce(page), await aTicketOnOffer()];
  await page.goto(ticket);
  const slow = await holdRequests(page, isAction);
  await page.getByRole("button", { name: "Buy ticket" }).dblclick();
  await expect(page.getByRole("button", { name: "Locking your ticket…" })).toBeFocused();
  await page.keyboard.press("Enter");
  slow.release();
  await expect(page.getByRole("timer")).toBeVisible();
  expect(slow.held).toHaveLength(1);
  expect(await countRowsOf(buyer.email)).toMatchObject({ orders: 1 });
});
