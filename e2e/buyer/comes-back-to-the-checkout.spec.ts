import { countRowsOf } from "../attacker/counted-rows.ts";
import { expect, test } from "../test.ts";
import { aTicketOnOffer, atTheCheckout, signInAtOnce } from "../at-once.ts";
import { secondsLeft, waitForLessThan } from "../countdown.ts";
import { cards, expectOrderStatus, holdBackNews, payWith } from "../people.ts";

test("refresh, and a second tab during the checkout: one order, whose deadline goes on", async ({
  someone,
}) => {
  const buyer = await someone();
  const { email, order } = await atTheCheckout(buyer);
  await waitForLessThan(buyer, 15 * 60 - 3);
  await buyer.reload();
  expect(await secondsLeft(buyer)).toBeLessThan(15 * 60 - 3);

  const second = await buyer.context().newPage();
  await second.goto(order);
  expect(await secondsLeft(second)).toBeLessThan(15 * 60 - 3);
  await payWith(second, cards.pays);
  await expectOrderStatus(second, "completed");
  expect(await countRowsOf(email)).toMatchObject({ orders: 1 });
});

test("the back button, and Buy pressed again in a tab from before: the same order, whose deadline goes on", async ({
  someone,
}) => {
  const page = await someone();
  const [buyer, ticket] = [await signInAtOnce(page), await aTicketOnOffer()];
  const before = await page.context().newPage();
  await holdBackNews(before);
  await Promise.all([page.goto(ticket), before.goto(ticket)]);
  await page.getByRole("button", { name: "Buy ticket" }).click();
  await waitForLessThan(page, 15 * 60 - 3);
  const order = page.url();
  await page.goBack();
  await page.getByRole("link", { name: "Go on paying" }).click();
  await expect(page).toHaveURL(order);
  expect(await secondsLeft(page)).toBeLessThan(15 * 60 - 3);

  await before.getByRole("button", { name: "Buy ticket" }).click();
  await expect(before).toHaveURL(order);
  expect(await secondsLeft(before)).toBeLessThan(15 * 60 - 3);
  expect(await countRowsOf(buyer.email)).toMatchObject({ orders: 1 });
});
