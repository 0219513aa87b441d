import { expect, test } from "../test.ts";
import { password, refusal, signIn, signUp } from "../people.ts";

test("a wrong password is refused and the email stays; the right one signs in; signing out ends it", async ({
  someone,
}) => {
  const page = await someone();
  const email = await signUp(page, "Ola Brandt");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(refusal(page)).toContainText("do not belong together");
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "Ola Brandt" })).toBeVisible();
});

test("a visitor who must sign in first comes back to where they were", async ({ someone }) => {
  const page = await someone();
  const email = await signUp(page, "Ola Brandt");
  const other = await someone();
  await other.goto("/orders");
  await other.getByLabel("Email").fill(email);
  await other.getByLabel("Password").fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();
});

test("signing out elsewhere ends the session of another device at once", async ({ someone }) => {
  const [here, elsewhere] = [await someone(), await someone()];
  const email = await signUp(here, "Ola Brandt");
  await signIn(elsewhere, email);
  await here.goto("/account");
  await here.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(here.getByRole("status").filter({ hasText: "signed out everywhere" })).toBeVisible();
  await elsewhere.goto("/orders");
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await here.goto("/orders");
  await expect(here.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();
});

test("a cookie kept from before signing out is worth nothing", async ({ someone }) => {
  const page = await someone();
  await signUp(page, "Ola Brandt");
  const stolen = await page.context().cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  const thief = await someone();
  await thief.context().addCookies(stolen);
  await thief.goto("/account");
  await expect(thief.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test("signing in over a live session ends the old one", async ({ someone }) => {
  const page = await someone();
  const email = await signUp(page, "Ola Brandt");
  const before = await page.context().cookies();
  await signIn(page, email);
  const thief = await someone();
  await thief.context().addCookies(before);
  await thief.goto("/account");
  await expect(thief.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
});

test("a changed name is shown everywhere", async ({ someone }) => {
  const page = await someone();
  await signUp(page, "Ola Brandt");
  await page.goto("/account");
  await page.getByLabel("Name").fill("Óla Brandt-Nguyễn");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("link", { name: "Óla Brandt-Nguyễn" })).toBeVisible();
});
