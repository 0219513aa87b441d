import { sendConfirmation } from "#lib/email/account/send-confirmation.ts";
import type { Subscriber } from "../subscription.ts";

/** The owner of an email address is asked whether it is theirs. */
export const mailConfirmation: Subscriber<"ConfirmationRequested"> = {
  name: "mail-confirmation",
  run: ({ id, data }) => sendConfirmation(id, data.confirmationId),
};
