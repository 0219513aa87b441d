import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { confirmations } from "#db/schema/confirmations.ts";
import { environment } from "#kernel/environment.ts";
import type { ConfirmationId } from "#kernel/ids.ts";
import { issueToken } from "#lib/auth/confirmations/issue-token.ts";
import type { EmailContent } from "../content.ts";
import { deliver } from "../deliver.ts";
import { askConfirmation } from "./ask-confirmation.ts";
import { accountExists, noAccount } from "./tell-of-account.ts";

/**
 * Sends the question of a confirmation to its address. Only here it shows whether that has an account: who has one is told
 * so instead of being asked to open another, and who has none is told that there is no password to set. What was answered
 * or is over meanwhile is not sent. Throws when the mail server does not take it.
 *
 * Refuses: what `issueToken` refuses.
 */
export async function sendConfirmation(
  causeId: string,
  confirmationId: ConfirmationId,
): Promise<void> {
  const [asked] = await db()
    .select({ email: confirmations.email, purpose: confirmations.purpose, account: users.id })
    .from(confirmations)
    .leftJoin(users, eq(users.email, confirmations.email))
    .where(eq(confirmations.id, confirmationId));
  if (!asked) return; // its account was closed
  const content = await contentFor(confirmationId, asked);
  if (!content) return;
  await deliver({
    messageId: `${causeId}.${asked.purpose}`,
    to: { name: "", address: asked.email },
    content,
  });
}

type Asked = Pick<typeof confirmations.$inferSelect, "purpose"> & { account: string | null };

async function contentFor(
  confirmationId: ConfirmationId,
  { purpose, account }: Asked,
): Promise<EmailContent | null> {
  const { APP_URL } = environment();
  const opens = purpose === "open-account" || purpose === "change-email";
  if (opens && account) return accountExists(APP_URL);
  if (purpose === "reset-password" && !account) return noAccount(APP_URL);
  const issued = await issueToken(confirmationId);
  return issued && askConfirmation(issued, APP_URL);
}
