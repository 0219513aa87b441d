import { sendConfirmation } from "#lib/email/account/send-confirmation.ts";
import type { Subscriber } from "../subscription.ts";

export const mailConfirmation: Subscriber<"ConfirmationRequested"> = {
  name: "mail-confirmation",
  does: "Asks the owner of an email address whether it is theirs.",
  retryFor: "days", // what is over by then is not sent
  run: ({ id, data }) => sendConfirmation(id, data.confirmationId),
};
