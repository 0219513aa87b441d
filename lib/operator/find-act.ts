import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { operatorActs } from "#db/schema/operator.ts";
import type { OperatorActId } from "#kernel/ids.ts";

/** What an operator did, with what the worker needs to carry it out; null once it is no longer kept. */
export async function findAct(actId: OperatorActId) {
  const [act] = await db().select().from(operatorActs).where(eq(operatorActs.id, actId));
  return act ?? null;
}
