import { warnOfSession } from "#lib/email/account/send-warnings.ts";
import type { Subscriber } from "../subscription.ts";

export const mailNewDevice: Subscriber<"SignedInFromElsewhere"> = {
  name: "mail-new-device",
  does: "Tells somebody that their account was signed in to from a browser it did not know.",
  retryFor: "days",
  run: ({ id, data }) => warnOfSession(id, data.sessionId),
};
