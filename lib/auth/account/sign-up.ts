import type { z } from "zod";
import { inTransaction } from "#db/transaction.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { limitConfirmations } from "../confirmations/limit-confirmations.ts";
import { type Asked, requestConfirmation } from "../confirmations/request-confirmation.ts";
import type { createUserInput } from "./create-user.ts";
import { hashPassword } from "../passwords/password.ts";
import { newDevice, type Visitor } from "../sessions/visitor.ts";

/**
 * Asks the owner of an email address whether they want an account: it is opened when they say so. Whether the address has
 * one already is told by the email and by nothing else, time included.
 *
 * Refuses: what `limitRate` refuses, when very many do so from one address or with one mail provider, or often for one
 * email address; `busy` when the hashing of other passwords keeps it waiting.
 */
export async function signUp(
  { name, email, password }: z.output<typeof createUserInput>,
  visitor: Visitor,
): Promise<Asked> {
  await limitRate("signUpByAddress", visitor.address);
  await limitRate("signUpByDomain", email.slice(email.lastIndexOf("@") + 1));
  await limitConfirmations(email, visitor);
  const device = visitor.device ?? newDevice();
  const passwordHash = await hashPassword(password); // takes longer than the whole transaction, so before it
  const confirmationId = await inTransaction((tx) =>
    requestConfirmation(tx, {
      purpose: "open-account",
      email,
      account: { name, passwordHash },
      device,
    }),
  );
  return { confirmationId, device };
}
