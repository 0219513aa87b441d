import type { Page } from "@playwright/test";
import { aTicketOnOffer, atTheCheckout } from "../at-once.ts";
import { colourOf, token } from "../measures.ts";
import { buy, cancelOrder, cards, expectOrderStatus, payWith } from "../people.ts";
import { expect, test } from "../test.ts";

const tones = {
  Yours: "yours",
  "Held for you": "held",
  Cancelled: "soft",
  "Payment failed": "soft",
};

test("My orders: green for what is theirs, teal for what is held for them, all else muted and by an order's words", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await cancelOrder(buyer);
  await expectOrderStatus(buyer, "cancelled");
  await buyAnother(buyer);
  await payWith(buyer, cards.isStolen);
  await expectOrderStatus(buyer, "cancelled");
  await buyAnother(buyer);
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
  await buyAnother(buyer);

  for (const colorScheme of ["light", "dark"] as const) {
    await buyer.emulateMedia({ colorScheme });
    await buyer.goto("/orders");
    for (const [word, tone] of Object.entries(tones))
      expect(await colourOf(buyer.getByText(word, { exact: true }), "color"), word).toBe(
        await token(buyer, tone),
      );
    await expect(buyer.getByText(/^(Available|Sold|Withdrawn)$/)).toHaveCount(0);
    const price = buyer.getByText("€45.00", { exact: true });
    const inks = await price.evaluateAll((all) => all.map((each) => getComputedStyle(each).color));
    const [ink, soft] = [await token(buyer, "ink"), await token(buyer, "soft")];
    expect(inks).toEqual([ink, ink, soft, soft]); // the newest first
  }
});

async function buyAnother(page: Page): Promise<void> {
  await buy(page, await aTicketOnOffer());
  await expect(page.getByRole("button", { name: /^Pay/ })).toBeEnabled();
}
