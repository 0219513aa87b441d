"use client";

import { Form } from "#app/_form/form.tsx";
import { AskOnce } from "#components/ui/ask-once.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { withdrawTicketAction } from "./actions.ts";

type WithdrawFormProps = { ticketId: string; version: number; offered: boolean };

/** What its seller can do. Stays on the page when that is nothing, so that a refusal has a place to be read. */
export function WithdrawForm({ ticketId, version, offered }: WithdrawFormProps) {
  return (
    <Form action={withdrawTicketAction} className="contents">
      {() => (
        <>
          <input type="hidden" name="ticketId" value={ticketId} />
          <input type="hidden" name="version" value={version} />
          {offered && (
            <div className="flex flex-wrap items-start gap-4">
              <ButtonLink href={`/tickets/${ticketId}/edit`}>Edit</ButtonLink>
              <AskOnce
                label="Withdraw"
                question="Withdraw this ticket?"
                yes="Yes, withdraw it"
                pendingLabel="Withdrawing…"
                no="Keep it on sale"
              >
                It leaves the market for good. To sell it after all, you list it anew.
              </AskOnce>
            </div>
          )}
        </>
      )}
    </Form>
  );
}
