"use client";

import { Form } from "#app/_form/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useRemainingTime } from "#components/use-remaining-time.ts";
import { cancelOrderAction } from "./actions.ts";

type CancelFormProps = {
  orderId: string;
  /** As for the countdown: once it is over there is nothing to cancel. */
  remainingMs: number;
  measuredAt: number;
};

export function CancelForm({ orderId, remainingMs, measuredAt }: CancelFormProps) {
  if (useRemainingTime(remainingMs, measuredAt) === 0) return null;
  return (
    <Form action={cancelOrderAction} className="flex flex-col items-start gap-2">
      {() => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <p className="text-sm text-soft">
            Changed your mind? Then somebody else can have it at once.
          </p>
          <SubmitButton variant="link" pendingLabel="Cancelling…">
            Cancel order
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
