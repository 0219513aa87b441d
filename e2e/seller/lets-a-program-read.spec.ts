import type { APIResponse, Page } from "@playwright/test";
import { expectNoBarriers } from "../barriers.ts";
import { sentTo } from "../mails.ts";
import { listTicket, password, signUp } from "../people.ts";
import { expect, test } from "../test.ts";

/** As a program asks: without a cookie, and with an access token. */
async function ask(page: Page, path: string, token: string): Promise<APIResponse> {
  const headers = { authorization: `Bearer ${token}`, cookie: "" };
  return page.request.get(path, { headers });
}

test("a seller makes an access token, a program reads with it, and stops when it is removed", async ({
  someone,
}) => {
  const page = await someone();
  const email = await signUp(page, "Ada");
  const ticket = await listTicket(page, { title: "Two seats together" });
  await page.goto("/account");
  await page.getByRole("link", { name: "For developers" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "For developers" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make an access token" })).toBeHidden();
  await page.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "It is me" }).click();
  await page.getByLabel("Name of the access token").fill("Book keeping");
  await page.getByRole("button", { name: "Make an access token" }).click();
  const shown = page.getByText(/^rowlock_[\w-]{43}$/);
  await expect(shown).toBeVisible();
  await expectNoBarriers(page);
  const token = await shown.innerText();
  await sentTo(email, /A program that has it can read/);

  const answer = await ask(page, "/api/v1/tickets", token);
  expect(answer.status()).toBe(200);
  const { items } = await answer.json();
  expect(items).toMatchObject([{ title: "Two seats together", state: "available" }]);
  expect(new URL(items[0].url).pathname).toBe(ticket);

  await page.reload();
  const listed = page.getByRole("listitem").filter({ hasText: "Book keeping" });
  await expect(listed).toContainText("last used");
  await expect(shown).toBeHidden();
  await listed.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Yes, remove it" }).click();
  await expect(page.getByText("You have none yet.")).toBeVisible();
  expect((await ask(page, "/api/v1/tickets", token)).status()).toBe(401);
});
