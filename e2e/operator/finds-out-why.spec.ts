import type { Page } from "@playwright/test";
import postgres from "postgres";
import { atTheCheckout, signInAtOnce } from "../at-once.ts";
import { expectNoBarriers } from "../barriers.ts";
import { sentTo } from "../mails.ts";
import { cards, expectOrderStatus, payWith } from "../people.ts";
import { expect, test } from "../test.ts";

/** What no page does: what would take days, and who is an operator. */
async function inDatabase(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(process.env["E2E_DATABASE_URL"] ?? "", { max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

test("why did this buyer get no email? From the order's number to the email, in under a minute", async ({
  someone,
}) => {
  const [buyer, desk] = [await someone(), await someone()];
  const { email, order } = await atTheCheckout(buyer);
  const orderId = order.split("/").at(-1) ?? "";
  const refused = email.replace("@example.com", "@refused.example");
  await inDatabase((sql) => sql`update users set email = ${refused} where email = ${email}`);
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
  await giveUp(orderId);

  await signInAsOperator(desk);
  await desk.goto("/operator");
  await expect(desk.getByText(/dead letter/).first()).toBeVisible();
  await desk.getByLabel("Find an order").fill(orderId);
  await desk.getByRole("button", { name: "Find" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "An order" })).toBeVisible();
  const completed = desk.getByRole("listitem").filter({ hasText: "OrderCompleted" }).first();
  await expect(completed).toContainText("dead: waits for an operator");
  await expect(completed).toContainText("451 Not now");
  await expectNoBarriers(desk);

  // The mail server is back.
  await inDatabase((sql) => sql`update users set email = ${email} where email = ${refused}`);
  await desk.goto("/operator/dead-letters");
  const dead = desk.getByRole("listitem").filter({ hasText: "mail-ticket" }).first();
  await expectNoBarriers(desk);
  await dead.getByText("Try it again").click();
  await dead.getByLabel("Why").fill("The mail server is back");
  await dead.getByRole("button", { name: "Try again" }).click();
  await sentTo(email, /Your ticket|The ticket is yours/);
  await expect(async () => {
    await desk.goto(`/operator/orders/${orderId}`);
    await expect(desk.getByText("mail-ticket again: done")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(desk.getByText("The mail server is back")).toBeVisible();
});

/** As one who came with a passkey. */
async function signInAsOperator(page: Page): Promise<void> {
  const { email } = await signInAtOnce(page);
  await inDatabase(async (sql) => {
    await sql`update users set role = 'operator' where email = ${email}`;
    await sql`update sessions set signed_in_by = 'passkey'
      from users where users.id = user_id and email = ${email}`;
  });
}

/** As if the email had failed for two days: its next try is its last. */
async function giveUp(orderId: string): Promise<void> {
  await inDatabase(async (sql) => {
    const isIts = sql`data -> 'data' ->> 'orderId' = ${orderId}`;
    await expect(async () => {
      await sql`update pgboss.job set retry_limit = retry_count, start_after = now()
        where name = 'mail-ticket' and state = 'retry' and ${isIts}`;
      const dead = await sql`select 1 from pgboss.job
        where name = 'dead-letters' and source_name = 'mail-ticket' and ${isIts}`;
      expect(dead.length).toBe(1);
    }).toPass();
  });
}

test("the flow is drawn, every part a link to what the page says of it", async ({ someone }) => {
  const desk = await someone();
  await signInAsOperator(desk);
  await desk.goto("/operator/flow");
  const drawing = desk.getByRole("region", { name: "Drawing of the flow" });
  await expect(drawing.getByRole("link", { name: "createOrder" })).toBeVisible();
  for (const link of await drawing.getByRole("link").all()) {
    const target = (await link.getAttribute("href")) ?? "";
    await expect(desk.locator(`[id="${target.slice(1)}"]`)).toHaveCount(1);
  }
  await drawing.getByRole("link", { name: /^OrderCompleted/ }).click();
  await expect(desk.getByRole("heading", { name: "OrderCompleted" })).toBeInViewport();
  await expectNoBarriers(desk);
});

test("a person is switched off and on again", async ({ someone }) => {
  const [desk, other] = [await someone(), await someone()];
  await signInAsOperator(desk);
  const person = await signInAtOnce(other);
  await desk.goto("/operator");
  await desk.getByLabel("Find an order").fill(person.email);
  await desk.getByRole("button", { name: "Find" }).click();
  await desk.locator("summary", { hasText: "Switch off" }).click();
  await desk.locator("#why-switch").fill("Their tickets are forged");
  await desk.getByRole("button", { name: "Switch off" }).click();
  await expect(desk.getByText("switched off", { exact: true })).toBeVisible();
  await other.goto("/orders");
  await expect(other.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await other.getByLabel("Email").fill(person.email);
  await other.getByLabel("Password").fill(person.password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByText("This account was switched off")).toBeVisible();
  await desk.locator("summary", { hasText: "Switch on again" }).click();
  await desk.locator("#why-switch").fill("They were not");
  await desk.getByRole("button", { name: "Switch on" }).click();
  await expect(desk.getByText("Their tickets are forged")).toBeVisible();
  await other.getByLabel("Password").fill(person.password); // which no refusal sends back
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();
});
