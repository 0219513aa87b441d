import { and, eq, gt, sql } from "drizzle-orm";
import { ago, databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { sessions } from "#db/schema/auth.ts";
import { refuse } from "#kernel/refusal.ts";
import type { Self } from "../sessions/self.ts";
import { type IdentityProof, proveIdentity } from "./prove-identity.ts";

const isFresh = gt(sessions.provenAt, ago("10 minutes"));

/**
 * Lets somebody change how they sign in, in this session and for ten minutes, once they have shown again who they are.
 *
 * Refuses: what `proveIdentity` refuses.
 */
export async function grantProof(self: Self, proof: IdentityProof): Promise<void> {
  await proveIdentity(self, proof);
  await db()
    .update(sessions)
    .set({ provenAt: databaseClock })
    .where(eq(sessions.id, self.sessionId));
}

/** Whether somebody has shown within ten minutes, in this session, who they are. */
export async function hasFreshProof(self: Self): Promise<boolean> {
  const [found] = await db()
    .select({ one: sql`1` })
    .from(sessions)
    .where(and(eq(sessions.id, self.sessionId), eq(sessions.userId, self.id), isFresh));
  return found !== undefined;
}

/**
 * For what changes how somebody signs in.
 *
 * Refuses: `proof-needed`.
 */
export async function requireFreshProof(self: Self): Promise<void> {
  if (!(await hasFreshProof(self))) refuse("proof-needed");
}
