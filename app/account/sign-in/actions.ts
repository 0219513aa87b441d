"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { signedInAction } from "#app/_form/action.ts";
import {
  addPasskey,
  addPasskeyInput,
  removePasskey,
  removePasskeyInput,
  renamePasskey,
  renamePasskeyInput,
} from "#lib/auth/passkeys/manage-passkeys.ts";
import { grantProof } from "#lib/auth/proof/fresh-proof.ts";
import { withProof } from "#lib/auth/proof/prove-identity.ts";
import {
  beginSetUp,
  confirmSetUp,
  confirmSetUpInput,
  keepRecoveryCodes,
  makeRecoveryCodes,
  turnOff,
} from "#lib/auth/second-factor/set-up-second-factor.ts";
import type { Self } from "#lib/auth/sessions/self.ts";

/** An action of this page, which shows afterwards how its owner signs in by then. */
function change<Schema extends z.ZodType>(
  schema: Schema,
  run: (self: Self, input: z.output<Schema>) => Promise<void>,
) {
  return signedInAction(schema, async (user, input) => {
    await run(user, input);
    revalidatePath("/account/sign-in");
  });
}

const nothing = z.object({});

export const proveAction = change(withProof({}), grantProof);
export const addPasskeyAction = change(addPasskeyInput, addPasskey);
export const renamePasskeyAction = change(renamePasskeyInput, renamePasskey);
export const removePasskeyAction = change(removePasskeyInput, removePasskey);
export const beginSetUpAction = change(nothing, beginSetUp);
export const confirmSetUpAction = change(confirmSetUpInput, confirmSetUp);
export const turnOffAction = change(nothing, turnOff);
export const makeRecoveryCodesAction = change(nothing, makeRecoveryCodes);
export const keepRecoveryCodesAction = change(nothing, keepRecoveryCodes);
