import { linkSentTo, sentTo } from "../mails.ts";
import { password, refusal, signIn, signUp } from "../people.ts";
import { expect, test } from "../test.ts";
import { signInAtOnce } from "../at-once.ts";

const another = "seven swans swimming by";
const signedOut = { name: "Sign in", level: 1 };

test("a forgotten password is set anew from another device, and the old one and its sessions are worth nothing", async ({
  someone,
}) => {
  const [here, phone] = [await someone(), await someone()];
  const { email } = await signInAtOnce(here);
  await phone.goto("/sign-in");
  await phone.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(
    phone.getByRole("heading", { level: 1, name: "Forgot your password?" }),
  ).toBeVisible();
  await phone.getByLabel("Email").fill(email);
  await phone.getByRole("button", { name: "Send the link" }).click();
  await expect(phone.getByText("A message is on its way")).toBeVisible();
  const link = await linkSentTo(email, "/reset-password");
  await phone.request.get(link); // a mail scanner was here first
  await phone.goto(link);
  const field = phone.getByLabel("New password");
  await field.fill("password123");
  await phone.getByRole("button", { name: "Set new password" }).click();
  await expect(phone.getByText("one of the first that anybody would try").last()).toBeVisible();
  await field.fill(another);
  await phone.getByRole("button", { name: "Set new password" }).click();
  await expect(phone.getByText("Your new password is set")).toBeVisible();
  await phone.getByLabel("Email").fill(email);
  await phone.getByLabel("Password").fill(another);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone.getByRole("button", { name: "Sign out" })).toBeVisible();
  await here.goto("/account");
  await expect(here.getByRole("heading", signedOut)).toBeVisible();
  await here.goto(link);
  await expect(here.getByText("a link or code is good once")).toBeVisible();
  await sentTo(email, /password of your account was changed/);
});

test("an address is changed from the new one and taken back from the old, also without JavaScript", async ({
  someone,
}) => {
  const page = await someone({ javaScriptEnabled: false });
  const { email } = await signInAtOnce(page);
  const next = `new-${email}`;
  await page.goto("/account");
  await page.getByLabel("New email").fill(next);
  await page.getByLabel("Current password").first().fill("not it");
  await page.getByRole("button", { name: "Change email" }).click();
  await expect(refusal(page)).toContainText("not the password of this account");
  await expect(page.getByLabel("New email")).toHaveValue(next);
  await page.getByLabel("Current password").first().fill(password);
  await page.getByRole("button", { name: "Change email" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your email" })).toBeVisible();

  const elsewhere = await someone({ javaScriptEnabled: false });
  await elsewhere.goto(await linkSentTo(next, "/verify-email"));
  await elsewhere.getByRole("button", { name: "Confirm my email address" }).click();
  await page.goto("/account");
  await expect(page.getByText(next, { exact: true })).toBeVisible();

  await elsewhere.goto(await linkSentTo(email, "/undo-email-change"));
  await elsewhere.getByRole("button", { name: "Take my address back" }).click();
  await expect(elsewhere.getByText("Your address is yours again")).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("heading", signedOut)).toBeVisible();
  await linkSentTo(email, "/reset-password");
});

test("another password signs out everywhere else; sessions are listed by device and ended one by one", async ({
  someone,
}) => {
  const here = await someone();
  const [phone, computer] = [
    await someone({ userAgent: "Mozilla/5.0 (Android 16; Mobile; rv:150.0) Firefox/150.0" }),
    await someone(),
  ];
  const { email } = await signInAtOnce(here);
  await signIn(phone, email);
  await signIn(computer, email);
  await here.goto("/account");
  const onPhone = here.getByRole("listitem").filter({ hasText: "Firefox on Android" });
  await onPhone.getByRole("button", { name: "Sign out there" }).click();
  await expect(onPhone).toHaveCount(0);
  await phone.goto("/orders");
  await expect(phone.getByRole("heading", signedOut)).toBeVisible();
  await computer.goto("/orders");
  await expect(computer.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();
  await here.locator("#password-for-password").fill(password);
  await here.getByLabel("New password").fill(another);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Your password is changed")).toBeVisible();
  await computer.goto("/orders");
  await expect(computer.getByRole("heading", signedOut)).toBeVisible();
  await sentTo(email, /in a browser that never did before/);
});

test("a wrong code says how many tries are left; another email has another code", async ({
  someone,
}) => {
  const page = await someone();
  const email = `${crypto.randomUUID()}@example.com`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ola Brandt");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByLabel("Code").fill("12 34");
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByText("Type the six digits from the email.").last()).toBeVisible();
  const code = await sentTo(email, /(?<!\S)\d{6}(?!\S)/);
  await page.getByLabel("Code").fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(refusal(page)).toContainText("4 more tries");
  await page.getByRole("button", { name: "Send another email" }).click();
  await expect
    .poll(async () => (await sentTo(email, /(?<!\S)\d{6}(?!\S)/)) !== code, { timeout: 15_000 })
    .toBe(true);
  await page.getByLabel("Code").fill(await sentTo(email, /(?<!\S)\d{6}(?!\S)/));
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("link", { name: "Ola Brandt" })).toBeVisible();
});

test("a person takes their data along and closes the account, once nothing stands in the way", async ({
  someone,
}) => {
  const page = await someone();
  const email = await signUp(page, "Ola Brandt");
  await page.goto("/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("rowlock-account.json");
  await page.locator("#password-for-closing").fill(password);
  await page.getByRole("button", { name: "Close account" }).click();
  await page.getByRole("button", { name: "Yes, close it" }).click();
  await expect(page.getByText("Your account is closed")).toBeVisible();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(refusal(page)).toContainText("do not belong together");
});
