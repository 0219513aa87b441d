"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { visitorAction } from "#app/_form/action.ts";
import { undoEmailChange } from "#lib/auth/account/undo-email-change.ts";

export const undoEmailChangeAction = visitorAction(
  z.object({ token: z.string().max(200) }),
  async ({ token }) => {
    await undoEmailChange(token);
    redirect("/sign-in?changed=back");
  },
);
