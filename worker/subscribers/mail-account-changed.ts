import { warnOfPassword, warnOfSignIn } from "#lib/email/account/send-warnings.ts";
import { signInChanges } from "#lib/email/account/sign-in-changed.ts";
import type { Subscriber } from "../subscription.ts";

export const mailAccountChanged: Subscriber<"UserUpdated"> = {
  name: "mail-account-changed",
  does: "Tells somebody whose password or way to sign in was changed; of an email address its old and its new one are asked.",
  retryFor: "days",
  run: async ({ id, occurredAt, data }) => {
    if (data.changed.includes("password")) await warnOfPassword(id, data.userId, occurredAt);
    for (const change of signInChanges)
      if (data.changed.includes(change)) await warnOfSignIn(id, data.userId, change, occurredAt);
  },
};
