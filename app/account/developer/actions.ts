"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { signedInAction } from "#app/_form/action.ts";
import { grantProof } from "#lib/auth/proof/fresh-proof.ts";
import { withProof } from "#lib/auth/proof/prove-identity.ts";
import type { Self } from "#lib/auth/sessions/self.ts";
import {
  makeAccessToken,
  makeAccessTokenInput,
  removeAccessToken,
  removeAccessTokenInput,
} from "#lib/integrations/tokens/manage-access-tokens.ts";

/** An action of this page, which shows afterwards what there is by then, and once what was made. */
function change<Schema extends z.ZodType>(
  schema: Schema,
  run: (self: Self, input: z.output<Schema>) => Promise<string | void>,
) {
  return signedInAction(schema, async (user, input) => {
    const made = await run(user, input);
    revalidatePath("/account/developer");
    return made;
  });
}

export const proveForProgramsAction = change(withProof({}), grantProof);
export const makeAccessTokenAction = change(makeAccessTokenInput, makeAccessToken);
export const removeAccessTokenAction = change(removeAccessTokenInput, removeAccessToken);
