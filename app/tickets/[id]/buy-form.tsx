"use client";

import { Form } from "#app/_form/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createOrderAction } from "./actions.ts";

type BuyFormProps = {
  ticketId: string;
  version: number;
  requestKey: string;
  price: string;
  /** How long the ticket would be held, such as "15 minutes". */
  heldFor: string;
  signedIn: boolean;
  offered: boolean;
};

/** Stays on the page when the ticket is gone, so that a refusal has a place to be read. */
export function BuyForm({ ticketId, version, requestKey, offered, ...offer }: BuyFormProps) {
  return (
    <Form action={createOrderAction} className="contents">
      {() => (
        <>
          <input type="hidden" name="ticketId" value={ticketId} />
          <input type="hidden" name="ticketVersion" value={version} />
          <input type="hidden" name="requestKey" value={requestKey} />
          {offered && <BuyButton {...offer} />}
        </>
      )}
    </Form>
  );
}

function BuyButton({
  price,
  heldFor,
  signedIn,
}: Pick<BuyFormProps, "price" | "heldFor" | "signedIn">) {
  return (
    <div className="flex flex-col gap-x-6 gap-y-2 sm:flex-row sm:flex-wrap sm:items-center print:hidden">
      <SubmitButton wide="on-a-phone" pendingLabel="Locking your ticket…">
        Buy ticket
      </SubmitButton>
      <p className="text-sm text-soft">
        {price}, held for you for {heldFor} while you pay.
        {signedIn ? "" : " You sign in first."}
      </p>
    </div>
  );
}
