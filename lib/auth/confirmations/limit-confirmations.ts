import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import type { Visitor } from "../sessions/visitor.ts";

/**
 * Counts an email that somebody wants sent to an address. The narrow limit first: who asks too often does not use up
 * what others may ask of the same address.
 *
 * Refuses: what `limitRate` refuses.
 */
export async function limitConfirmations(
  email: string,
  { address }: Pick<Visitor, "address">,
): Promise<void> {
  await limitRate("confirmByEmailAndAddress", `${email}:${address}`);
  await limitRate("confirmByAddress", address);
  await limitRate("confirmByEmail", email);
}
