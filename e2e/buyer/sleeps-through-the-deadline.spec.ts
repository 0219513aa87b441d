import { get, send } from "../attacker/plain-form.ts";
import { expect, hasty, test } from "../test.ts";
import { aTicketOnOffer, signInAtOnce } from "../at-once.ts";
import { enterCard, cards, expectOrderStatus, payButton } from "../people.ts";

test.use({ toBeExpected: /net::ERR_INTERNET_DISCONNECTED/ });

test("a laptop sleeps through the deadline: on waking, even without a network, no card can be entered, and nothing was charged", async ({
  someone,
}) => {
  const page = await someone(hasty());
  const confirmed: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/confirm")) confirmed.push(request.url());
  });
  const home = hasty().baseURL;
  const [buyer, ticket] = [await signInAtOnce(page, home), await aTicketOnOffer(home)];
  const ordered = await send(buyer, ticket, "requestKey", {});
  await page.goto(ordered.headers.get("location") ?? "");
  await enterCard(page, cards.pays);

  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await page.context().setOffline(true);
  await expect
    .poll(async () => (await get(buyer, ticket)).text(), { timeout: 40_000 })
    .toContain('data-ticket-state="available"');
  await expect(payButton(page)).toBeVisible(); // the page sleeps

  await page.clock.fastForward("20:00");
  await expect(page.getByText("A card can no longer be entered")).toBeVisible();
  await expect(payButton(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Cancel order" })).toHaveCount(0);
  await expect(page.frameLocator("iframe").getByLabel("Card number")).toHaveCount(0);
  await page.context().setOffline(false);
  await page.clock.resume();
  await expect(page.getByRole("heading", { name: "Time ran out" })).toBeVisible();
  await expect(page.getByText("You were not charged").first()).toBeVisible();
  await expectOrderStatus(page, "cancelled");
  expect(confirmed).toEqual([]);
});
