import { gt, lt } from "drizzle-orm";
import { ago, databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { checkInvariants } from "#db/invariants/check-invariants.ts";
import { invariantChecks } from "#db/schema/operations.ts";
import { environment } from "#kernel/environment.ts";
import { newId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";

/** One check a minute is enough, however many workers there are. */
const recently = ago("45 seconds");
/** Long enough to see on a Monday since when an invariant has been broken. */
const kept = ago("7 days");

/**
 * Checks the invariants that always hold, unless another worker just did, and records the result for the health
 * route. A broken one is reported with some of the rows that break it: ids and amounts, no personal data.
 */
export async function watchInvariants(): Promise<void> {
  if (await wasJustChecked()) return;
  const broken = await checkInvariants(environment().DATABASE_URL, { atRest: false });
  await db()
    .insert(invariantChecks)
    .values({
      id: newId<"invariant-check">(),
      checkedAt: databaseClock,
      broken: broken.map(({ name }) => name),
    });
  for (const { name, truth, rows } of broken)
    report("error", "an invariant is broken", { name, truth, rows });
  await db().delete(invariantChecks).where(lt(invariantChecks.checkedAt, kept));
}

/** Two workers may check at once: both results are recorded, which does no harm. */
async function wasJustChecked(): Promise<boolean> {
  const recent = await db()
    .select({ id: invariantChecks.id })
    .from(invariantChecks)
    .where(gt(invariantChecks.checkedAt, recently))
    .limit(1);
  return recent.length > 0;
}
