import { warnOfPassword } from "#lib/email/account/send-warnings.ts";
import type { Subscriber } from "../subscription.ts";

/** Somebody whose password was changed hears of it; of an email address its old and its new one are asked. */
export const mailAccountChanged: Subscriber<"UserUpdated"> = {
  name: "mail-account-changed",
  retryFor: "days",
  run: async ({ id, occurredAt, data }) => {
    if (data.changed.includes("password")) await warnOfPassword(id, data.userId, occurredAt);
  },
};
