import { expectNoBarriers } from "../barriers.ts";
import { atTheCheckout } from "../at-once.ts";
import { overflowOf } from "../measures.ts";
import { cards, expectOrderStatus, payWith } from "../people.ts";
import { expect, test } from "../test.ts";

test("a ticket that was paid shows its facts large, goes into a calendar, and is green among the orders", async ({
  someone,
}) => {
  const buyer = await someone();
  const { order } = await atTheCheckout(buyer);
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
  const ticket = buyer.getByRole("article");
  await expect(ticket.getByRole("heading", { level: 2 })).toHaveCount(1);
  await expect(ticket.getByText("Yours")).toBeVisible();
  await expect(ticket.getByText("Admits")).toBeVisible();
  const calendar = buyer.getByRole("link", { name: "Add to calendar" });
  const file = await buyer.request.get((await calendar.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("text/calendar");
  for (const width of [320, 1280]) {
    await buyer.setViewportSize({ width, height: 800 });
    expect(await overflowOf(buyer), `${width}`).toBe(0);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await buyer.emulateMedia({ colorScheme });
    await expectNoBarriers(buyer);
  }
  await buyer.getByRole("link", { name: "All my orders" }).click();
  const listed = buyer.getByRole("article").filter({ has: buyer.locator(`[href="${order}"]`) });
  await expect(listed.getByText("Yours")).toBeVisible();
  await expect(listed.locator('[data-tone="yours"]')).toHaveCount(1);
});
