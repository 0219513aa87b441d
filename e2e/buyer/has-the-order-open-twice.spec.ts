import postgres from "postgres";
import { atTheCheckout, addSessionCookie } from "../at-once.ts";
import { holdRequests } from "../held-requests.ts";
import { cancelOrder, cards, expectOrderStatus, payWith } from "../people.ts";
import { expect, test } from "../test.ts";

const asks = (request: { url(): string }) => request.url().endsWith("/standing");

test("what happens to an order in one tab is told to the other at once, which need not ask", async ({
  someone,
}) => {
  for (const end of ["cancelled", "completed"] as const) {
    const first = await someone();
    const { order } = await atTheCheckout(first);
    const [second, list] = [await first.context().newPage(), await first.context().newPage()];
    await holdRequests(second, asks);
    await holdRequests(list, asks);
    await Promise.all([second.goto(order), list.goto("/orders")]);
    await expect(second.getByRole("timer")).toBeVisible();
    await expect(list.getByText("Held for you", { exact: true })).toBeVisible();
    if (end === "completed") await payWith(first, cards.pays);
    else await cancelOrder(first);
    await expectOrderStatus(first, end);
    await expectOrderStatus(second, end);
    await expect(second.getByRole("timer")).toHaveCount(0);
    await expect(second.getByRole("button", { name: /^Pay/ })).toHaveCount(0);
    await expect(
      list.getByText(end === "completed" ? "Yours" : "Cancelled", { exact: true }),
    ).toBeVisible();
  }
});

test("what another device did, the page finds out by asking", async ({ someone }) => {
  const [desk, phone] = [await someone(), await someone()];
  const { order, ...buyer } = await atTheCheckout(desk);
  await addSessionCookie(phone, buyer);
  await phone.goto(order);
  await cancelOrder(phone);
  await expectOrderStatus(phone, "cancelled");
  await expectOrderStatus(desk, "cancelled");
  await expect(desk.getByRole("region", { name: "Order cancelled" })).toBeFocused();
});

test("an event that is called off ends the open page of an order for it", async ({ someone }) => {
  const buyer = await someone();
  const { ticket } = await atTheCheckout(buyer);
  const sql = postgres(process.env["E2E_DATABASE_URL"] ?? "", { max: 1 });
  await sql`
    update events set cancelled_at = clock_timestamp()
    where id = (select event_id from tickets where id = ${ticket.split("/").at(-1) ?? ""})`;
  await sql.end();
  await expect(buyer.getByRole("region", { name: "The event was called off" })).toBeVisible();
  await expect(buyer.getByText("You were not charged")).toBeVisible();
});

test("nobody learns how another person's order stands", async ({ someone }) => {
  const [buyer, stranger] = [await someone(), await someone()];
  const { order } = await atTheCheckout(buyer);
  const mine = await buyer.request.get(`${order}/standing`);
  expect([mine.status(), await mine.text()]).toEqual([200, "held"]);
  const missing = order.replace(/.{12}$/, "000000000000");
  for (const path of [order, missing, "/orders/not-an-id"])
    expect((await stranger.request.get(`${path}/standing`)).status()).toBe(404);
});

test("a clock that was hidden stays hidden, from the first byte of the next page", async ({
  someone,
}) => {
  const buyer = await someone();
  const { order } = await atTheCheckout(buyer);
  await buyer.getByRole("button", { name: "Hide the clock" }).click();
  await buyer.reload();
  await expect(buyer.getByRole("button", { name: "Show the clock" })).toBeVisible();
  await expect(buyer.getByRole("timer")).toContainText("The clock is hidden");
  expect(await (await buyer.request.get(order)).text()).toContain("The clock is hidden");
  await buyer.getByRole("button", { name: "Show the clock" }).click();
  await buyer.reload();
  await expect(buyer.getByRole("timer")).toHaveText(/^\d+:\d\d$/);
});
