import { expect, test } from "../test.ts";
import {
  buy,
  cancelOrder,
  expectOrderStatus,
  expectTicketState,
  holdBackNews,
  listTicket,
  refusal,
  signUp,
  withdraw,
} from "../people.ts";
import { addSessionCookie, signInAtOnce } from "../at-once.ts";
import { aListing, anAccount } from "../attacker/mallory.ts";

test("editing is refused while somebody is paying, and says until when", async ({ someone }) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  const ticket = await listTicket(seller);
  await seller.goto(`${ticket}/edit`);
  await buy(buyer, ticket);
  await seller.getByLabel("Price").fill("99");
  await seller.getByRole("button", { name: "Save changes" }).click();
  await expect(refusal(seller)).toContainText(/may come free at \d\d:\d\d/);
  await expect(seller.getByLabel("Price")).toHaveValue("99");
  await expect(seller.getByRole("button", { name: "Save changes" })).toBeDisabled();
  await cancelOrder(buyer);
  await expectOrderStatus(buyer, "cancelled");
  await seller.reload();
  await seller.getByLabel("Price").fill("99");
  await seller.getByRole("button", { name: "Save changes" }).click();
  await expect(seller.getByText("€99.00").first()).toBeVisible();
});

test("the edit page of a ticket that somebody is paying for says so before anything is typed", async ({
  someone,
}) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signInAtOnce(seller);
  await signInAtOnce(buyer);
  const ticket = await listTicket(seller);
  await buy(buyer, ticket);
  await seller.goto(`${ticket}/edit`);
  await expect(seller.getByText(/You can edit or withdraw it again after \d\d:\d\d/)).toBeVisible();
  await expect(seller.getByRole("button", { name: "Save changes" })).toBeDisabled();
});

test("withdrawing asks once, and does nothing until the answer is yes", async ({ someone }) => {
  const seller = await someone();
  await signInAtOnce(seller);
  await listTicket(seller);
  const asked = seller.getByRole("dialog", { name: "Withdraw this ticket?" });
  await seller.getByRole("button", { name: "Withdraw" }).dblclick();
  await expectTicketState(seller, "available");
  await seller.reload();
  await seller.getByRole("button", { name: "Withdraw" }).click();
  await expect(asked).toBeVisible();
  await asked.getByRole("button", { name: "Keep it on sale" }).click();
  await expect(asked).toBeHidden();
  await expectTicketState(seller, "available");
  await withdraw(seller);
  await expectTicketState(seller, "withdrawn");
});

for (const javaScriptEnabled of [true, false]) {
  const script = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`${script}, refused to withdraw: it stays to be read though the page has changed`, async ({
    someone,
  }) => {
    const [seller, buyer] = [await someone({ javaScriptEnabled }), await someone()];
    const account = await signInAtOnce(seller);
    await signInAtOnce(buyer);
    const ticket = await aListing(account);
    await holdBackNews(seller);
    await seller.goto(ticket);
    await buy(buyer, ticket);
    await withdraw(seller);
    await expect(refusal(seller)).toContainText("Somebody is paying for this ticket");
    await expectTicketState(seller, "locked");
    await expect(seller.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
  });

  test(`${script}, refused to buy one's own ticket: it stays to be read`, async ({ someone }) => {
    const seller = await someone({ javaScriptEnabled });
    const account = await anAccount();
    await seller.goto(await aListing(account));
    await addSessionCookie(seller, account); // signed in elsewhere meanwhile
    await seller.getByRole("button", { name: "Buy ticket" }).click();
    await expect(refusal(seller)).toContainText("your own ticket");
  });
}

test("a withdrawn ticket cannot be bought", async ({ someone }) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  const ticket = await listTicket(seller);
  await holdBackNews(buyer);
  await buyer.goto(ticket);
  await withdraw(seller);
  await expectTicketState(seller, "withdrawn");
  await buyer.getByRole("button", { name: "Buy ticket" }).click();
  await expect(refusal(buyer)).toContainText("withdrawn");
  await expectTicketState(buyer, "withdrawn");
});

test("a form that is wrong says so beside the field and loses nothing", async ({ someone }) => {
  const seller = await someone();
  await signUp(seller, "Selma Seller");
  await seller.goto("/tickets/new");
  await seller.getByLabel("Event", { exact: true }).fill("An event nobody knows");
  await seller.getByLabel("Title").fill("A seat");
  await seller.getByLabel("Price").fill("19.999");
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expect(
    seller.getByText("A price has at most as many decimals as €0.50.").last(),
  ).toBeVisible();
  await expect(seller.getByLabel("Title")).toHaveValue("A seat");
  await expect(seller.getByLabel("Price")).toHaveValue("19.999");
});
