"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { changeName, changeNameInput } from "#lib/auth/change-name.ts";
import { endOtherSessions } from "#lib/auth/sessions.ts";
import { signedInAction } from "#app/_form/action.ts";

export const changeNameAction = signedInAction(changeNameInput, async (user, input) => {
  await changeName(user.id, input);
  revalidatePath("/account", "layout");
});

export const signOutElsewhereAction = signedInAction(z.object({}), async (user) => {
  await endOtherSessions(user.id, user.sessionId);
});
