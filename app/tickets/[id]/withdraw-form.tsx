"use client";

import { Form } from "#app/_form/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { withdrawTicketAction } from "./actions.ts";

export function WithdrawForm({ ticketId, version }: { ticketId: string; version: number }) {
  return (
    <Form action={withdrawTicketAction} className="flex flex-col gap-4">
      {() => (
        <>
          <input type="hidden" name="ticketId" value={ticketId} />
          <input type="hidden" name="version" value={version} />
          <SubmitButton variant="danger" pendingLabel="Withdrawing…">
            Withdraw
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
