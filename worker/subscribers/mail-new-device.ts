import { warnOfSession } from "#lib/email/account/send-warnings.ts";
import type { Subscriber } from "../subscription.ts";

/** Somebody whose account was signed in to from a browser it did not know hears of it. */
export const mailNewDevice: Subscriber<"SignedInFromElsewhere"> = {
  name: "mail-new-device",
  retryFor: "days",
  run: ({ id, data }) => warnOfSession(id, data.sessionId),
};
