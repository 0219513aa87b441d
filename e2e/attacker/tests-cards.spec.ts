import postgres from "postgres";
import { atTheCheckout } from "../at-once.ts";
import { cards, expectOrderStatus, payWith, refusal } from "../people.ts";
import { expect, test } from "../test.ts";

/** This app takes everything a thousand times as often: ten times a thousand declines more than the one there is. */
async function declineMore(email: string): Promise<void> {
  const sql = postgres(process.env["E2E_DATABASE_URL"] ?? "", { max: 1 });
  await sql`
    insert into declines (id, charge_id, user_id, address, card, declined_at)
    select gen_random_uuid(), charge_id, user_id, address, null, clock_timestamp()
    from declines join users on users.id = user_id, generate_series(1, 10000) where email = ${email}`;
  await sql.end();
}

test("after many declined cards no payment is begun, and the buyer reads why and how long to wait", async ({
  someone,
}) => {
  const page = await someone();
  const { email } = await atTheCheckout(page);
  await payWith(page, cards.isDeclined);
  await expect(refusal(page)).toContainText("declined");
  await declineMore(email);
  await payWith(page, cards.pays);
  await expect(refusal(page)).toContainText(
    "Too many cards were declined for your account within a day. You were not charged. Ask your bank why, and try again in 24 hours.",
  );
  await page.reload();
  await expectOrderStatus(page, "awaiting_payment");
});
