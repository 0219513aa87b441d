import { countRowsOf } from "../attacker/counted-rows.ts";
import { expect, test } from "../test.ts";
import { addSessionCookie, atTheCheckout } from "../at-once.ts";
import { holdRequests } from "../held-requests.ts";
import {
  cancelOrder,
  cards,
  enterCard,
  expectOrderStatus,
  payButton,
  payWith,
  refusal,
} from "../people.ts";

const mastercard = "5555 5555 5555 4444";

test.use({ toBeExpected: /status of 400/ }); // Stripe's answer to the second card

test("Pay in two tabs with two cards: one pays, and the other tab says that the ticket is already yours", async ({
  someone,
}) => {
  const first = await someone();
  const { email, order } = await atTheCheckout(first);
  const second = await first.context().newPage();
  await second.goto(order);
  await enterCard(second, mastercard);
  const late = await holdRequests(second, (request) => request.url().endsWith("/confirm"));
  await payButton(second).click();
  await expect.poll(() => late.held.length).toBe(1);
  await payWith(first, cards.pays);
  await expectOrderStatus(first, "completed");

  late.release();
  await expectOrderStatus(second, "completed");
  await expect(second.getByRole("heading", { name: "The ticket is yours" })).toBeVisible();
  await expect(second.getByText("You paid €45.00")).toBeVisible();
  expect(await countRowsOf(email)).toMatchObject({ orders: 1, charges: 1 });
});

test("a page left open on another device than the one that paid, before it could ask: its card is not taken, and it says so", async ({
  someone,
}) => {
  const [first, second] = [await someone(), await someone()];
  const { order, ...buyer } = await atTheCheckout(first);
  await addSessionCookie(second, buyer);
  await holdRequests(second, (request) => request.url().endsWith("/standing"));
  await second.goto(order);
  await enterCard(second, mastercard);
  await payWith(first, cards.pays);
  await expectOrderStatus(first, "completed");
  await payButton(second).click();
  await expectOrderStatus(second, "completed");
  await expect(second.getByRole("heading", { name: "The ticket is yours" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test(`to cancel in a tab that heard of nothing what another has paid, JavaScript ${javaScriptEnabled ? "on" : "off"}: told, and nothing is cancelled`, async ({
    someone,
  }) => {
    const [paying, other] = [await someone(), await someone({ javaScriptEnabled })];
    const { order, ...account } = await atTheCheckout(paying);
    await addSessionCookie(other, account);
    await other.goto(order);
    const deaf = await holdRequests(other, (request) => request.url().endsWith("/standing"));
    await payWith(paying, cards.pays);
    await expectOrderStatus(paying, "completed");
    await cancelOrder(other);
    await expect(refusal(other)).toContainText("paid");
    await expectOrderStatus(other, "completed");
    await expect(other.getByRole("heading", { name: "The ticket is yours" })).toBeVisible();
    deaf.release();
  });
