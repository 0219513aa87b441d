import { sendConfirmation } from "#lib/email/account/send-confirmation.ts";
import type { Subscriber } from "../subscription.ts";

/** The owner of an email address is asked whether it is theirs. */
export const mailConfirmation: Subscriber<"ConfirmationRequested"> = {
  name: "mail-confirmation",
  retryFor: "days", // what is over by then is not sent
  run: ({ id, data }) => sendConfirmation(id, data.confirmationId),
};
