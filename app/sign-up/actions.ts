"use server";

import { redirect } from "next/navigation";
import { createUserInput } from "#lib/auth/account/create-user.ts";
import { signUp } from "#lib/auth/account/sign-up.ts";
import { visitorAction } from "#app/_form/action.ts";
import { nextField } from "#app/_form/next-field.ts";
import { waitForConfirmation } from "#app/verify-email/wait-for-confirmation.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export const signUpAction = visitorAction(
  createUserInput.extend(nextField),
  async ({ next, ...account }) => {
    const asked = await signUp(account, await currentVisitor());
    redirect(await waitForConfirmation(asked, next));
  },
);
