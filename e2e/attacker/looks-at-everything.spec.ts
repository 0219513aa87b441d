import { countRowsOf } from "./counted-rows.ts";
import { get } from "./plain-form.ts";
import { expect, test } from "../test.ts";
import { aTicketOnOffer, atTheCheckout, signInAtOnce } from "../at-once.ts";
import { emailsTo } from "../mails.ts";
import { cards, expectOrderStatus, expectTicketState, payWith } from "../people.ts";

test("a link prefetch or a mail scanner follows every link of the ticket page: nothing is locked", async ({
  someone,
}) => {
  const page = await someone();
  const [buyer, ticket] = [await signInAtOnce(page), await aTicketOnOffer()];
  await page.goto(ticket);
  const links = await page
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const own = [...new Set(links)].filter((link) => link.startsWith("/"));
  expect(own.length).toBeGreaterThan(3);
  const before = await countRowsOf(buyer.email);
  for (const link of [...own, ticket, `${ticket}/edit`, `${ticket}?buy=1`]) await scan(buyer, link);
  expect(await countRowsOf(buyer.email)).toEqual(before);
  await page.reload();
  await expectTicketState(page, "available");
  await expect(page.getByRole("button", { name: "Buy ticket" })).toBeVisible();
});

test("a mail scanner follows every link of our emails: nothing is bought, cancelled or locked", async ({
  someone,
}) => {
  const page = await someone();
  const buyer = await atTheCheckout(page);
  await payWith(page, cards.pays);
  await expectOrderStatus(page, "completed");
  const emails: string[] = [];
  await expect.poll(async () => emails.push(...(await emailsTo(buyer.email)))).toBeGreaterThan(0);
  const links = emails.flatMap((text) => text.match(/https?:\/\/\S+[^\s.]/g) ?? []);
  expect(links).toContain(process.env["E2E_URL"] + buyer.order);
  const before = await countRowsOf(buyer.email);
  for (const link of new Set(links)) await scan(buyer, new URL(link).pathname);
  expect(await countRowsOf(buyer.email)).toEqual(before);
  await page.reload();
  await expectOrderStatus(page, "completed");
});

/** Requests a page as a mail scanner, a click and a prefetch do, all with the buyer's cookie. */
async function scan(buyer: { cookie: string }, path: string): Promise<void> {
  const home = process.env["E2E_URL"] ?? "";
  const head = await fetch(home + path, {
    method: "HEAD",
    headers: { cookie: buyer.cookie },
    redirect: "manual",
  });
  const answers = [
    head,
    await get(buyer, path),
    await get(buyer, path, { purpose: "prefetch", "sec-purpose": "prefetch" }),
    await get(buyer, path, { rsc: "1", "next-router-prefetch": "1" }),
  ];
  for (const { status } of answers) expect(status, path).toBeLessThan(500);
}
