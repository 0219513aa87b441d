"use server";

import { redirect } from "next/navigation";
import { endSession } from "#lib/auth/sessions/sessions.ts";
import { requireSameOrigin } from "#lib/web/require-same-origin.ts";
import { clearSessionCookie, currentUser } from "#lib/web/session.ts";

export async function signOutAction(): Promise<void> {
  await requireSameOrigin();
  const user = await currentUser();
  if (user) await endSession(user.sessionId);
  await clearSessionCookie();
  redirect("/");
}
