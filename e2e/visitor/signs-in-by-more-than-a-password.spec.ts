import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectNoBarriers } from "../barriers.ts";
import { sentTo } from "../mails.ts";
import { password, refusal, signUp } from "../people.ts";
import { expect, test } from "../test.ts";
import { addAuthenticator } from "../virtual-authenticator.ts";

async function showItIsMe(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("link", { name: "How you sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How you sign in" })).toBeVisible();
  await page.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "It is me" }).click();
  await expect(page.getByText("You have shown that it is you")).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /session/ });
  await page.goto("/sign-in");
}

/** Once the page can be used by script. */
const passkeyButton = (page: Page) =>
  page.getByRole("button", { name: "Use a passkey", exact: true });

test("somebody adds a passkey, signs in with it, names it and removes it", async ({ someone }) => {
  const page = await someone();
  const device = await addAuthenticator(page);
  const email = await signUp(page, "Ada");
  await page.goto("/account/sign-in");
  await expect(page.getByRole("button", { name: "Add a passkey" })).toBeHidden();
  await showItIsMe(page);
  await page.getByLabel("Name of the passkey").fill("My phone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your passkey is added")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "My phone" })).toContainText(
    "not used yet",
  );
  await sentTo(email, /A device was given a passkey/);
  await expectNoBarriers(page);

  await device.touch(false); // or the browser fills it in by itself
  await signOut(page);
  await device.knowOwner(true);
  await passkeyButton(page).waitFor();
  await device.touch(true);
  await passkeyButton(page).click();
  await expect(page.getByRole("heading", { name: "Tickets from fans to fans" })).toBeVisible();

  await page.goto("/account/sign-in");
  const passkey = page.getByRole("listitem").filter({ hasText: "Added" });
  await expect(passkey).toContainText("last used");
  await passkey.getByText("Rename").click();
  await passkey.getByLabel("New name").fill("Old phone");
  await passkey.getByRole("button", { name: "Save the name" }).click();
  await expect(passkey).toContainText("Old phone");
  await page.getByRole("button", { name: "Use a passkey instead" }).click();
  await expect(page.getByText("You have shown that it is you")).toBeVisible();
  await passkey.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Yes, remove it" }).click();
  await expect(page.getByText("You have none yet.")).toBeVisible();
  await sentTo(email, /A passkey signs in to your account no longer/);
});

test("the browser offers a passkey at the email field, and nothing needs to be typed", async ({
  someone,
}) => {
  const page = await someone();
  await addAuthenticator(page);
  await signUp(page, "Ada");
  await showItIsMe(page);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your passkey is added")).toBeVisible();
  await expect(async () => {
    await page.context().clearCookies({ name: /session/ });
    await page.goto("/sign-in?next=/orders");
  }).toPass();
  await expect(page.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();
});

test("a device that does not answer is said so, and the password is still there", async ({
  someone,
}) => {
  const page = await someone();
  await addAuthenticator(page);
  await signUp(page, "Ada");
  await signOut(page);
  await passkeyButton(page).click(); // there is no passkey on it
  await expect(refusal(page)).toContainText("No passkey answered");
  await expect(page.getByLabel("Password")).toBeEnabled();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test("an authenticator app is set up, asked for, replaced by a recovery code, and turned off", async ({
      someone,
    }) => {
      const page = await someone({ javaScriptEnabled });
      const email = await signUp(page, "Ada");
      await showItIsMe(page);
      await page.getByRole("button", { name: "Set up an app" }).click();
      await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
      if (javaScriptEnabled) await expectNoBarriers(page);
      const key = (await page.locator("[data-totp-key]").getAttribute("data-totp-key")) ?? "";
      const recovery = await page
        .getByLabel("Recovery codes")
        .getByRole("listitem")
        .allTextContents();
      expect(recovery).toHaveLength(10);
      const app = new TOTP({ secret: Secret.fromBase32(key) });
      const halfMinute = 30_000;

      await page.getByLabel("Code", { exact: true }).fill("000000");
      await page.getByRole("button", { name: "Turn it on" }).click();
      await expect(refusal(page)).toContainText("not the code your authenticator app shows");
      // The codes of half a minute before and of now are good, so the next is left for later.
      await page
        .getByLabel("Code", { exact: true })
        .fill(app.generate({ timestamp: Date.now() - halfMinute }));
      await page.getByRole("button", { name: "Turn it on" }).click();
      await expect(page.getByText("10 recovery codes are left")).toBeVisible();
      await sentTo(email, /asks for a code of an authenticator app from now on/);

      const typePassword = async () => {
        await page.context().clearCookies({ name: /session/ });
        await page.goto("/sign-in?next=/orders");
        await page.getByLabel("Email").fill(email);
        await page.getByLabel("Password").fill(password);
        await page.getByRole("button", { name: "Sign in", exact: true }).click();
        await expect(page.getByRole("heading", { name: "Type your code" })).toBeVisible();
      };
      const typeCode = async (code: string) => {
        await page.getByLabel("Code", { exact: true }).fill(code);
        await page.getByRole("button", { name: "Sign in", exact: true }).click();
      };
      await typePassword();
      await page.goto("/orders"); // nobody is signed in yet
      await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
      await typePassword();
      if (javaScriptEnabled) await expectNoBarriers(page);
      const code = app.generate();
      await typeCode(code);
      await expect(page.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();

      await typePassword();
      await typeCode(code);
      await expect(refusal(page)).toContainText("used already");
      await typeCode(recovery[0] ?? "");
      await expect(page.getByRole("heading", { level: 1, name: "My orders" })).toBeVisible();
      await sentTo(email, /Somebody used one of your recovery codes/);

      await page.goto("/account/sign-in");
      await expect(page.getByText("9 recovery codes are left")).toBeVisible();
      await page.getByLabel("Current password").fill(password);
      await page.getByLabel("Code", { exact: true }).fill(recovery[1] ?? "");
      await page.getByRole("button", { name: "It is me" }).click();
      await page.getByRole("button", { name: "Make new recovery codes" }).click();
      await expect(page.getByLabel("Recovery codes").getByRole("listitem")).toHaveCount(10);
      await page.getByRole("button", { name: "I have them: use these codes" }).click();
      await expect(page.getByText("10 recovery codes are left")).toBeVisible();
      await page.getByRole("button", { name: "Turn it off" }).click();
      await page.getByRole("button", { name: "Yes, turn it off" }).click();
      await expect(page.getByText("It is off.")).toBeVisible();
      await sentTo(email, /asks for no code any more/);
    });
  });
}
