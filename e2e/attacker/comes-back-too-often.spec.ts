import { z } from "zod";
import { buy, cards, listTicket, payWith, refusal, signUp } from "../people.ts";
import { expect, hasty, test } from "../test.ts";
import { get } from "./plain-form.ts";

test("however often one comes back from Stripe, it is asked a few times, and the order is shown", async ({
  someone,
}) => {
  const [seller, page] = [await someone(hasty()), await someone(hasty())];
  await signUp(seller, "Sal Seller");
  const ticket = await listTicket(seller);
  await signUp(page, "Mallory");
  await buy(page, ticket);
  await payWith(page, cards.isDeclined);
  await expect(refusal(page)).toBeVisible();
  const order = new URL(page.url()).pathname;
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  const mallory = { cookie: cookies.join("; "), home: new URL(page.url()).origin };
  const asked = await countStripeCalls();
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => get(mallory, `${order}/return`)),
  );
  const places = answers.map((answer) => answer.headers.get("location"));
  expect(new Set(places)).toEqual(new Set([order]));
  expect((await countStripeCalls()) - asked).toBeLessThan(30);
  expect((await get(mallory, order)).status).toBe(200);
});

async function countStripeCalls(): Promise<number> {
  const answer = await fetch(`${process.env["E2E_HASTY_SANDBOX_URL"]}/_sandbox/history`);
  return z.array(z.unknown()).parse(await answer.json()).length;
}
