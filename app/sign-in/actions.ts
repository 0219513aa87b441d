"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn } from "#lib/auth/sign-in.ts";
import { returnPath } from "#kernel/return-path.ts";
import { visitorAction } from "#app/_form/action.ts";
import { nextField } from "#app/_form/next-field.ts";
import { setSessionCookie } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

const signInInput = z.object({
  email: z.string().min(1, "Write your email address.").max(254),
  password: z.string().min(1, "Write your password.").max(128),
  ...nextField,
});

export const signInAction = visitorAction(signInInput, async ({ next, ...attempt }) => {
  await setSessionCookie(await signIn(attempt, await currentVisitor()));
  redirect(returnPath(next));
});
