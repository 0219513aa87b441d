import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { anAccount } from "../attacker/mallory.ts";
import { expect, test } from "../test.ts";
import { aTicketOnOffer } from "../at-once.ts";
import { cards, expectOrderStatus, password } from "../people.ts";

test("with the keyboard only: sign in, find a ticket, buy it and pay by card", async ({
  someone,
}) => {
  const page = await someone();
  const [{ email }, event] = [await anAccount(), `Keys ${randomUUID().slice(0, 8)}`];
  await aTicketOnOffer(undefined, event);
  await signInByKeyboard(page, email);

  await tabTo(page, page.getByRole("combobox", { name: "Search" }));
  await page.keyboard.type(event);
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  await tabTo(page, page.getByRole("link", { name: new RegExp(event) }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: event })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "A seat" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Buy ticket" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Buy ticket" }));
  await page.keyboard.press("Enter");

  const card = page.frameLocator('iframe[title="Secure payment input frame"]');
  await expect(page.getByRole("button", { name: /^Pay/ })).toBeEnabled();
  await tabTo(page, card.getByLabel("Card number"));
  await page.keyboard.type(cards.pays);
  await tabTo(page, card.getByLabel("Expiration date"));
  await page.keyboard.type("1240");
  await tabTo(page, card.getByLabel("Security code"));
  await page.keyboard.type("123");
  await tabTo(page, page.getByRole("button", { name: /^Pay/ }));
  await page.keyboard.press("Space");
  await expectOrderStatus(page, "completed");
  await tabTo(page, page.getByRole("link", { name: "All my orders" }));
});

test("with the keyboard only: buy a ticket and cancel the order", async ({ someone }) => {
  const page = await someone();
  const [{ email }, ticket] = [await anAccount(), await aTicketOnOffer()];
  await signInByKeyboard(page, email);
  await page.goto(ticket);
  await tabTo(page, page.getByRole("button", { name: "Buy ticket" }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: /^Pay/ })).toBeEnabled();
  await tabTo(page, page.getByRole("link", { name: "Skip to the content" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Hide the clock" }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("timer")).toContainText("The clock is hidden");
  await tabTo(page, page.getByRole("button", { name: "Cancel order" }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter"); // a key held too long answers nothing
  await expect(page.getByRole("dialog", { name: "Cancel this order?" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Cancel order" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Yes, cancel it" }), 1);
  await page.keyboard.press("Enter");
  await expectOrderStatus(page, "cancelled");
  await tabTo(page, page.getByRole("link", { name: "Buy it again" }), 1);
});

async function signInByKeyboard(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("Email"));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel("Password"), 1);
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/** Presses Tab until `wanted` has the focus, and expects the focus to be visible there. */
async function tabTo(page: Page, wanted: Locator, atMost = 40): Promise<void> {
  for (let presses = 0; presses < atMost; presses += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) {
      await expectFocusToBeSeen(wanted);
      return;
    }
  }
  await expect(wanted, `within ${atMost} presses of Tab`).toBeFocused();
}

/** An outline, or a ring drawn as a shadow, on it or on the box around it. */
async function expectFocusToBeSeen(focused: Locator): Promise<void> {
  const ring = await focused.evaluate((element) => {
    for (
      let box: Element | null = element;
      box && box.tagName !== "FORM";
      box = box.parentElement
    ) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
      if (outlineStyle !== "none" && outlineWidth !== "0px") return `outline ${outlineWidth}`;
      if (boxShadow !== "none") return `shadow ${boxShadow}`;
    }
    return null;
  });
  expect(ring, `the focus on ${String(focused)}`).not.toBeNull();
}
