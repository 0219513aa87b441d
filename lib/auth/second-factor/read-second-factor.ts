import { and, count, eq, isNull, sql } from "drizzle-orm";
import { ago } from "#db/clock.ts";
import { type Database, db } from "#db/client.ts";
import { recoveryCodes, secondFactors } from "#db/schema/second-factors.ts";
import type { Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { unseal } from "./seal.ts";

/** A set-up that was begun is good for an hour: then its secret has been on a screen for long enough. */
const setUpIsYoung = sql<boolean>`${secondFactors.createdAt} > ${ago("1 hour")}`;

/** How it stands with somebody's authenticator app. */
export type SecondFactor =
  | { state: "off" }
  /** Being set up: what the app is to be given, and the codes to be written down. */
  | { state: "beginning"; secret: string; codes: string[] }
  /** `codes`: new recovery codes that are shown until their owner says they have them. */
  | { state: "on"; since: Date; codesLeft: number; codes: string[] | null };

/** How somebody's second factor stands, secrets included: for its owner's eyes. */
export async function readSecondFactor(
  userId: UserId,
  runner: Database | Tx = db(),
): Promise<SecondFactor> {
  const [factor] = await runner
    .select({
      sealedSecret: secondFactors.sealedSecret,
      sealedCodes: secondFactors.sealedCodes,
      confirmedAt: secondFactors.confirmedAt,
      isYoung: setUpIsYoung,
    })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  if (!factor || (!factor.confirmedAt && !factor.isYoung)) return { state: "off" };
  const codes = factor.sealedCodes ? unseal(userId, factor.sealedCodes).split(" ") : null;
  if (!factor.confirmedAt)
    return { state: "beginning", secret: unseal(userId, factor.sealedSecret), codes: codes ?? [] };
  const [left] = await runner
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.spentAt)));
  return { state: "on", since: factor.confirmedAt, codesLeft: left?.count ?? 0, codes };
}
