"use client";

import { Form } from "#app/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { cancelOrderAction } from "./actions.ts";

export function CancelForm({ orderId }: { orderId: string }) {
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
