"use server";

import { redirect } from "next/navigation";
import { visitorAction } from "#app/_form/action.ts";
import { resetPassword, resetPasswordInput } from "#lib/auth/account/reset-password.ts";

export const resetPasswordAction = visitorAction(resetPasswordInput, async (input) => {
  await resetPassword(input);
  redirect("/sign-in?changed=password");
});
