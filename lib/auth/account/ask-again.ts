import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { confirmations } from "#db/schema/confirmations.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ConfirmationId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { hashOfDevice } from "#lib/rate-limit/keyed-hash.ts";
import { limitConfirmations } from "../confirmations/limit-confirmations.ts";
import { type Asked, requestConfirmation } from "../confirmations/request-confirmation.ts";
import type { Visitor } from "../sessions/visitor.ts";

/**
 * Sends another email in place of one that did not arrive, or whose code is spent: in the browser that asked.
 *
 * Refuses: `code-elsewhere` in another one; `link-used` when it was answered; what `limitConfirmations` refuses;
 * `busy` when the database keeps it waiting.
 */
export async function askAgain(confirmationId: ConfirmationId, visitor: Visitor): Promise<Asked> {
  const asked = await findAsked(confirmationId, visitor.device);
  if (!asked || !visitor.device) return refuse("code-elsewhere");
  const { purpose, email, userId, name, passwordHash, usedAt } = asked;
  if (usedAt) return refuse("link-used");
  await limitConfirmations(email, visitor);
  const { device } = visitor;
  const id = await inTransaction((tx) =>
    requestConfirmation(tx, {
      purpose,
      email,
      device,
      ...(userId && { userId }),
      ...(name && passwordHash && { account: { name, passwordHash } }),
    }),
  );
  return { confirmationId: id, device };
}

/** What was asked in this browser; null for what was asked elsewhere, or never. */
export async function findAsked(confirmationId: ConfirmationId, device: string | null) {
  const [asked] = await db()
    .select()
    .from(confirmations)
    .where(eq(confirmations.id, confirmationId));
  const isHere = device !== null && asked?.device === hashOfDevice(device);
  return asked && isHere ? asked : null;
}
