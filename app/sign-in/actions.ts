"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { passSecondFactor, secondFactorInput } from "#lib/auth/pass-second-factor.ts";
import { passkeySignInInput, signInByPasskey } from "#lib/auth/sign-in-by-passkey.ts";
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

const passkeyInput = passkeySignInInput.extend(nextField);
const codeInput = secondFactorInput.extend(nextField);

export const signInAction = visitorAction(signInInput, async ({ next, ...attempt }) => {
  const signedIn = await signIn(attempt, await currentVisitor());
  await setSessionCookie(signedIn);
  const path = returnPath(next);
  redirect(
    signedIn.awaitsSecondFactor ? `/sign-in/second-factor?next=${encodeURIComponent(path)}` : path,
  );
});

export const signInByPasskeyAction = visitorAction(passkeyInput, async ({ next, passkey }) => {
  await setSessionCookie(await signInByPasskey(passkey, await currentVisitor()));
  redirect(returnPath(next));
});

export const passSecondFactorAction = visitorAction(codeInput, async ({ next, code }) => {
  await setSessionCookie(await passSecondFactor(code, await currentVisitor()));
  redirect(returnPath(next));
});
