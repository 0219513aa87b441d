import type { z } from "zod";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { beginSession, type SignedIn } from "./begin-session.ts";
import { createUser, type createUserInput } from "./create-user.ts";
import type { Visitor } from "./visitor.ts";

/**
 * Opens an account and starts its first session.
 *
 * Refuses: what `limitRate` refuses, when very many do so from one address or with one mail provider; what
 * `createUser` refuses.
 */
export async function signUp(
  input: z.output<typeof createUserInput>,
  visitor: Visitor,
): Promise<SignedIn> {
  await limitRate("signUpByAddress", visitor.address);
  await limitRate("signUpByDomain", input.email.slice(input.email.lastIndexOf("@") + 1));
  return beginSession(await createUser(input), visitor);
}
