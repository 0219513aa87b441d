"use server";

import { redirect } from "next/navigation";
import { createUser, createUserInput } from "#lib/auth/create-user.ts";
import { startSession } from "#lib/auth/sessions.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { returnPath } from "#kernel/return-path.ts";
import { visitorAction } from "#app/_form/action.ts";
import { nextField } from "#app/_form/next-field.ts";
import { setSessionCookie } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export const signUpAction = visitorAction(
  createUserInput.extend(nextField),
  async ({ next, ...account }) => {
    const { address, userAgent } = await currentVisitor();
    await limitRate("signUpByAddress", address);
    const userId = await createUser(account);
    await setSessionCookie(userId, await startSession(userId, userAgent));
    redirect(returnPath(next));
  },
);
