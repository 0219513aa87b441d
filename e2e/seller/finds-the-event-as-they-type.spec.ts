import { randomUUID } from "node:crypto";
import { expectNoBarriers } from "../barriers.ts";
import type { Page } from "@playwright/test";
import { aTicketOnOffer, signInAtOnce } from "../at-once.ts";
import { overflowOf } from "../measures.ts";
import { expectTicketState, refusal } from "../people.ts";
import { expect, test } from "../test.ts";

/** A word that no other test lists. */
const aName = () => `Sallowthorn ${randomUUID().slice(0, 6)}`;
const eventField = (page: Page) => page.getByLabel("Event", { exact: true });
const listTicketButton = (page: Page) => page.getByRole("button", { name: "List ticket" });

test("by keyboard alone: found, chosen, taken back, chosen again, listed", async ({ someone }) => {
  const [seller, title] = [await someone(), aName()];
  await aTicketOnOffer(undefined, title);
  await signInAtOnce(seller);
  await seller.goto("/tickets/new");
  const field = eventField(seller);
  await expect(field).toHaveRole("combobox");
  await field.pressSequentially(title.toLowerCase());
  const option = seller.getByRole("option", { name: title });
  await expect(option).toContainText("Sat, 17 May 2031, 20:30 CEST");
  await expect(option).toContainText("Paradiso, Amsterdam");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expect(seller.getByRole("status").filter({ hasText: "1 found." })).toBeAttached();
  await field.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(title);
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(seller.getByLabel("Venue")).toBeHidden();
  await field.press("Backspace");
  await expect(seller.getByLabel("Venue")).toBeVisible();
  await expect(option).toBeVisible();
  await field.press("ArrowUp"); // to the last: none of these
  await field.press("Enter");
  await expect(seller.getByLabel("Category")).toBeFocused();
  await expect(field).toHaveValue(title.slice(0, -1));
  await field.focus();
  await field.press("End");
  await field.pressSequentially(title.slice(-1));
  await expect(option).toBeVisible();
  await field.press("Escape");
  await expect(option).toBeHidden();
  await field.press(" ");
  await expect(option).toBeVisible();
  await field.press("ArrowDown");
  await field.press("Enter");
  await seller.getByLabel("Title").fill("One seat");
  await seller.getByLabel("Price").fill("45");
  await listTicketButton(seller).press("Enter");
  await expectTicketState(seller, "available");
  await expect(seller.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("typed into the form, what was chosen survives a refusal; Enter in an open list sends nothing", async ({
  someone,
}) => {
  const [seller, title] = [await someone(), aName()];
  await aTicketOnOffer(undefined, title);
  await signInAtOnce(seller);
  await seller.goto("/tickets/new");
  await eventField(seller).fill(title.replace("Sallowthorn", "Salowthorn"));
  await expect(seller.getByRole("option", { name: title })).toBeVisible();
  await eventField(seller).press("Enter");
  await expect(refusal(seller)).toHaveCount(0);
  await eventField(seller).press("ArrowRight");
  await eventField(seller).pressSequentially(" ");
  await seller.getByRole("option", { name: title }).click();
  await expect(
    seller.getByRole("region", { name: "What a buyer will see" }).getByRole("article"),
  ).toContainText(title);
  await listTicketButton(seller).click();
  await expect(refusal(seller)).toBeVisible();
  await expect(eventField(seller)).toHaveValue(title);
  await expect(seller.getByLabel("Venue")).toBeHidden();
  await seller.getByLabel("Title").fill("One seat");
  await seller.getByLabel("Price").fill("45");
  await listTicketButton(seller).click();
  await expectTicketState(seller, "available");
});

test("without JavaScript a button finds it, and keeps everything that was typed", async ({
  someone,
}) => {
  const [seller, title] = [await someone({ javaScriptEnabled: false }), aName()];
  await aTicketOnOffer(undefined, title);
  await signInAtOnce(seller);
  await seller.goto("/tickets/new");
  await seller.getByLabel("Title").fill("One seat");
  await eventField(seller).fill("nothing of the kind at all");
  await seller.getByRole("button", { name: "Find it" }).click();
  await expect(seller.getByText("We know no upcoming event of that name").last()).toBeVisible();
  await eventField(seller).fill(title.toUpperCase());
  await seller.getByRole("button", { name: "Find it" }).click();
  await expect(refusal(seller)).toContainText("Say below which one it is");
  await seller.getByLabel(new RegExp(`It is this one: ${title}`)).check();
  await listTicketButton(seller).click();
  await expect(seller.getByText("Say what you want for the ticket.").last()).toBeVisible();
  await expect(seller.getByLabel(new RegExp(`It is this one: ${title}`))).toBeChecked();
  await expect(seller.getByLabel("Title")).toHaveValue("One seat");
  await seller.getByLabel("Price").fill("45");
  await listTicketButton(seller).click();
  await expectTicketState(seller, "available");
  await expect(seller.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("the city proposes its country and both the time zone, until the seller says otherwise", async ({
  someone,
}) => {
  const seller = await someone();
  await signInAtOnce(seller);
  await seller.goto("/tickets/new");
  await eventField(seller).fill(aName());
  const [country, zone] = [seller.getByLabel("Country"), seller.getByLabel("Time zone")];
  await expect(zone.getByRole("option")).toHaveText(["Europe/Amsterdam"]);
  await country.selectOption("US");
  await expect(zone.getByRole("option").first()).toHaveText("Choose the venue's time zone");
  await expect(zone.locator("optgroup")).toHaveAttribute("label", "United States");
  await seller.getByLabel("City").fill("Houston");
  await expect(zone.getByRole("option").first()).toHaveText("America/Chicago");
  await zone.selectOption("America/Denver");
  await seller.getByLabel("City").fill("Boston");
  await expect(zone).toHaveValue("America/Denver");
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [360, 1280])
    test(`with suggestions, a new event, several seats and errors: axe finds nothing, nothing runs over the edge (${width}, ${colorScheme})`, async ({
      someone,
    }) => {
      test.setTimeout(120_000); // axe twice
      const title = aName();
      await aTicketOnOffer(undefined, title);
      const page = await someone({ colorScheme, viewport: { width, height: 900 } });
      await signInAtOnce(page);
      const expectSound = async () => {
        await expectNoBarriers(page);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      };
      await page.goto("/tickets/new");
      await eventField(page).fill(title);
      await expect(page.getByRole("option", { name: title })).toBeVisible();
      await eventField(page).press("ArrowDown");
      await expectSound();
      await page.getByRole("option", { name: "None of these" }).click();
      await page.getByLabel("Seat", { exact: true }).fill("12-15");
      await expect(page.getByLabel("Sell them separately")).toBeVisible();
      await listTicketButton(page).click();
      await expect(refusal(page)).toBeVisible();
      await expectSound();
    });
