"use server";

import { redirect } from "next/navigation";
import { createUserInput } from "#lib/auth/create-user.ts";
import { signUp } from "#lib/auth/sign-up.ts";
import { returnPath } from "#kernel/return-path.ts";
import { visitorAction } from "#app/_form/action.ts";
import { nextField } from "#app/_form/next-field.ts";
import { setSessionCookie } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export const signUpAction = visitorAction(
  createUserInput.extend(nextField),
  async ({ next, ...account }) => {
    await setSessionCookie(await signUp(account, await currentVisitor()));
    redirect(returnPath(next));
  },
);
