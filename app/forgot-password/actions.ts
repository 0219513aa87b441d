"use server";

import { visitorAction } from "#app/_form/action.ts";
import { forgotPasswordInput, requestPasswordReset } from "#lib/auth/account/reset-password.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export const forgotPasswordAction = visitorAction(forgotPasswordInput, async ({ email }) => {
  await requestPasswordReset(email, await currentVisitor());
});
