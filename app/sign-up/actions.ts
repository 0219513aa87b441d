"use server";

import { redirect } from "next/navigation";
import { createUser, createUserInput } from "#lib/auth/create-user.ts";
import { startSession } from "#lib/auth/sessions.ts";
import { takeTurn } from "#lib/auth/take-turn.ts";
import { returnPath } from "#lib/kernel/return-path.ts";
import { visitorAction } from "#lib/web/action.ts";
import { nextField } from "#lib/web/next-field.ts";
import { setSessionCookie } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export const signUpAction = visitorAction(
  createUserInput.extend(nextField),
  async ({ next, ...account }) => {
    const { address, userAgent } = await currentVisitor();
    await takeTurn("signUpByAddress", address);
    const userId = await createUser(account);
    await setSessionCookie(userId, await startSession(userId, userAgent));
    redirect(returnPath(next));
  },
);
