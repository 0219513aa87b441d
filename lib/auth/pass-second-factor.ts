import { z } from "zod";
import { inTransaction } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { giveBack, limitRate } from "#lib/rate-limit/limit-rate.ts";
import type { RateLimitName } from "#lib/rate-limit/rate-limits.ts";
import { lockUser } from "./account/update-user.ts";
import { takeCode } from "./second-factor/take-code.ts";
import { beginSessionIn, type SignedIn } from "./sessions/begin-session.ts";
import { endAwaiting, findAwaiting } from "./sessions/sessions.ts";
import { type Acquaintance, findAcquaintance } from "./sessions/sign-in-places.ts";
import type { Visitor } from "./sessions/visitor.ts";

export const secondFactorInput = z.object({
  code: z.string().trim().min(1, "Type the code.").max(64, "A code is shorter than that."),
});

/** Whether this browser is asked for a code: its password was right, less than ten minutes ago. */
export async function awaitsCode({ sessionId }: Visitor): Promise<boolean> {
  return sessionId !== null && (await findAwaiting(sessionId)) !== null;
}

/**
 * Signs in, by a code, whoever has just typed the right password in this browser. Wrong codes are counted by account and
 * place as wrong passwords are: whoever knows a password cannot try out codes, nor keep the owner out.
 *
 * Refuses: `sign-in-over`; what `lockUser` and `takeCode` refuse; what `limitRate` refuses after too many wrong codes;
 * what `beginSession` refuses.
 */
export async function passSecondFactor(code: string, visitor: Visitor): Promise<SignedIn> {
  const { sessionId } = visitor;
  const userId = sessionId && (await findAwaiting(sessionId));
  if (!userId) return refuse("sign-in-over");
  const acquaintance = await findAcquaintance(userId, visitor);
  const counts = countsOf(userId, visitor, acquaintance);
  for (const [limit, requester] of counts) await limitRate(limit, requester);
  const signedIn = await inTransaction(async (tx) => {
    await lockUser(tx, userId);
    if (!(await endAwaiting(tx, sessionId))) return refuse("sign-in-over");
    await takeCode(tx, userId, code);
    return beginSessionIn(tx, userId, visitor, {
      isElsewhere: acquaintance !== "device",
      signedInBy: "second-factor",
    });
  });
  await Promise.all(counts.map(([limit, requester]) => giveBack(limit, requester)));
  return signedIn;
}

function countsOf(
  userId: UserId,
  { address, device }: Visitor,
  acquaintance: Acquaintance,
): [RateLimitName, string][] {
  if (acquaintance === "device") return [["secondFactorByAccountAndDevice", `${userId}:${device}`]];
  const narrow: [RateLimitName, string] = [
    "secondFactorByAccountAndAddress",
    `${userId}:${address}`,
  ];
  return acquaintance === "address" ? [narrow] : [narrow, ["secondFactorByAccount", userId]];
}
