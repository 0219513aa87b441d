import { type ActKind, operatorActs } from "#db/schema/operator.ts";
import type { Tx } from "#db/transaction.ts";
import { newId, type OperatorActId, parseId, type UserId } from "#kernel/ids.ts";
import { requiredLine } from "#kernel/text-fields.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";

export const whyField = requiredLine(
  300,
  "Why",
  "Say why, for whoever looks at this later: a sentence is enough.",
);

export type Act = {
  operatorId: UserId;
  kind: ActKind;
  /** Without one it is about itself. */
  subjectId?: string;
  why: string;
  details?: Record<string, string>;
};

/** Keeps what an operator did and why, in the transaction in which it is done. */
export async function recordAct(
  tx: Tx,
  at: Date,
  { operatorId, kind, subjectId, why, details = {} }: Act,
): Promise<OperatorActId> {
  const id = newId<"operator-act">();
  const about = parseId<"subject">(subjectId ?? id);
  if (!about) throw new Error("An act is about something that has an id.");
  await tx
    .insert(operatorActs)
    .values({ id, operatorId, kind, subjectId: about, why, details, createdAt: at });
  const facts = { subjectId: about, actId: id, operatorId, kind };
  await recordDomainEvent(tx, "OperatorActed", at, facts);
  return id;
}
