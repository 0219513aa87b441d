import { expect, test } from "../test.ts";
import { atTheCheckout } from "../at-once.ts";
import { secondsLeft, waitForLessThan } from "../countdown.ts";
import { cards, enterCard, expectOrderStatus, payButton, payWith, refusal } from "../people.ts";

// The browser's own errors about a missing network. Any other still fails the test.
test.use({ toBeExpected: /^Failed to load resource: net::ERR_/ });

test("offline for some seconds: nothing is lost, the clock goes on, and the same card pays afterwards", async ({
  someone,
}) => {
  const buyer = await someone();
  const { order } = await atTheCheckout(buyer);
  await enterCard(buyer, cards.pays);
  await buyer.context().setOffline(true);
  await payButton(buyer).click();
  await expect(refusal(buyer)).toContainText("Check your connection, then press Pay again");
  await expect(refusal(buyer)).not.toContainText("not charged");
  await waitForLessThan(buyer, (await secondsLeft(buyer)) - 2);
  await expect(buyer).toHaveURL(order);

  await buyer.context().setOffline(false);
  await payButton(buyer).click();
  await expectOrderStatus(buyer, "completed");
});

test("the connection breaks before the card arrives: nobody says that nothing was charged, and paying works after a reload", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await buyer.route("**/confirm", (route) => route.abort("connectionreset"));
  await payWith(buyer, cards.pays);
  await expect(refusal(buyer)).toContainText("reload it before you try again");
  await expect(buyer.getByText("not charged")).toHaveCount(0);
  await buyer.unroute("**/confirm");
  await buyer.getByRole("link", { name: "Reload the page" }).click();
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
});

test("the connection breaks after the card arrived: the page finds out that it is paid", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await buyer.route("**/confirm", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
  await expect(buyer.getByRole("heading", { name: "The ticket is yours" })).toBeVisible();
});
