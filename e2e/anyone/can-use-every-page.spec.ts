import { expectNoBarriers } from "../barriers.ts";
import { expect, test } from "../test.ts";
import { buy, listTicket, signUp } from "../people.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ someone }) => {
    test.setTimeout(300_000);
    const [seller, buyer] = [await someone({ colorScheme }), await someone({ colorScheme })];
    await signUp(seller, "Selma Seller");
    const ticket = await listTicket(seller);
    for (const path of ["/sign-in", "/sign-up", "/", "/forgot-password", "/help", "/privacy"]) {
      await buyer.goto(path);
      await expectNoBarriers(buyer);
    }
    await signUp(buyer, "Bo Buyer");
    await buyer.goto(ticket);
    await expectNoBarriers(buyer);
    await buy(buyer, ticket);
    await expect(buyer.getByRole("button", { name: /^Pay/ })).toBeEnabled();
    await expectNoBarriers(buyer);
    for (const path of ["/orders", "/account"]) {
      await buyer.goto(path);
      await expectNoBarriers(buyer);
    }
    for (const path of ["/sales", "/tickets/new", ticket, `${ticket}/edit`]) {
      await seller.goto(path);
      await expectNoBarriers(seller);
    }
    await seller.goto(ticket);
    await seller.getByRole("link", { name: /All tickets for/ }).click();
    await expect(seller.getByRole("heading", { name: "Tickets", exact: true })).toBeVisible();
    await expectNoBarriers(seller);
  });
}
