import type { Locator } from "@playwright/test";
import { aTicketOnOffer, signInAtOnce } from "../at-once.ts";
import { colourOf } from "../measures.ts";
import { expect, test } from "../test.ts";

test.use({ toBeExpected: /status of 404/ }); // the page that is not there

const boxOf = async (element: Locator) => {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${String(element)} is not on the page.`);
  return box;
};

test("headings begin where the header does, on every page", async ({ someone }) => {
  const [page, visitor] = [await someone(), await someone()];
  await signInAtOnce(page);
  const ticket = await aTicketOnOffer();
  const places = [page, visitor].flatMap((who) => [
    { who, path: "/" },
    { who, path: ticket },
    { who, path: "/no-such-page" },
    ...(who === page
      ? ["/orders", "/sales", "/account", "/tickets/new"]
      : ["/sign-in", "/sign-up"]
    ).map((path) => ({ who, path })),
  ]);
  for (const { who, path } of places) {
    await who.goto(path);
    const { x } = await boxOf(who.getByRole("heading", { level: 1 }));
    const header = await boxOf(who.getByRole("banner").getByRole("link").first());
    expect(x, path).toBe(header.x);
  }
});

test("the search's button stands level with its field, and Sign out is no louder than its neighbours", async ({
  someone,
}) => {
  const page = await someone();
  await signInAtOnce(page);
  await page.goto("/");
  const field = await boxOf(page.getByRole("combobox", { name: "Search" }).locator(".."));
  const button = await boxOf(page.getByRole("search").getByRole("button", { name: "Search" }));
  expect([button.y, button.height]).toEqual([field.y, field.height]);

  const menu = page.getByRole("navigation", { name: "Main" });
  expect(await colourOf(menu.getByRole("button", { name: "Sign out" }), "color")).toBe(
    await colourOf(menu.getByRole("link", { name: "My orders" }), "color"),
  );
});
