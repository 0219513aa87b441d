import { expect, test } from "../test.ts";
import { buy, expectTicketState, listTicket, refusal, signIn, signUp } from "../people.ts";

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
});

test("a seller cannot buy their own ticket", async ({ someone }) => {
  const [seller, elsewhere] = [await someone(), await someone()];
  const email = await signUp(seller, "Selma Seller");
  const ticket = await listTicket(seller);
  await expect(seller.getByRole("button", { name: "Buy ticket" })).toHaveCount(0);
  // A page opened before signing in still has the button.
  await elsewhere.goto(ticket);
  const other = await elsewhere.context().newPage();
  await signIn(other, email);
  await elsewhere.getByRole("button", { name: "Buy ticket" }).click();
  await expect(refusal(elsewhere)).toContainText("your own ticket");
});

test("a withdrawn ticket cannot be bought", async ({ someone }) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  const ticket = await listTicket(seller);
  await buyer.goto(ticket);
  await seller.getByRole("button", { name: "Withdraw" }).click();
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
