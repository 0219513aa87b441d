"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signedInAction } from "#app/_form/action.ts";
import { waitForConfirmation } from "#app/verify-email/wait-for-confirmation.ts";
import { idSchema } from "#kernel/ids.ts";
import {
  changeEmailInput,
  requestEmailChange,
  requestVerification,
} from "#lib/auth/account/change-email.ts";
import { changeName, changeNameInput } from "#lib/auth/account/change-name.ts";
import { changePassword, changePasswordInput } from "#lib/auth/account/change-password.ts";
import { closeAccount, closeAccountInput } from "#lib/auth/account/close-account.ts";
import { endOtherSessions, endOwnSession } from "#lib/auth/sessions/sessions.ts";
import { clearSessionCookie } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export const changeNameAction = signedInAction(changeNameInput, async (user, input) => {
  await changeName(user.id, input);
  revalidatePath("/account", "layout");
});

export const changeEmailAction = signedInAction(changeEmailInput, async (user, input) => {
  const asked = await requestEmailChange(user, input, await currentVisitor());
  redirect(await waitForConfirmation(asked, "/account"));
});

export const verifyEmailAction = signedInAction(z.object({}), async (user) => {
  const asked = await requestVerification(user, await currentVisitor());
  redirect(await waitForConfirmation(asked, "/account"));
});

export const changePasswordAction = signedInAction(changePasswordInput, async (user, input) => {
  await changePassword(user, input);
  revalidatePath("/account");
});

export const endSessionAction = signedInAction(
  z.object({ session: idSchema<"session">() }),
  async (user, { session }) => {
    await endOwnSession(user.id, session);
    revalidatePath("/account");
  },
);

export const signOutElsewhereAction = signedInAction(z.object({}), async (user) => {
  await endOtherSessions(user.id, user.sessionId);
  revalidatePath("/account");
});

export const closeAccountAction = signedInAction(closeAccountInput, async (user, input) => {
  await closeAccount(user, input);
  await clearSessionCookie();
  redirect("/sign-in?changed=closed");
});
