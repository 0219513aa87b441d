"use client";

import { Form } from "#app/_form/form.tsx";
import { AskOnce } from "#components/ui/ask-once.tsx";
import { useRemainingTime } from "#components/use-remaining-time.ts";
import { cancelOrderAction } from "./actions.ts";

type CancelFormProps = {
  orderId: string;
  offered: boolean;
  /** As for the countdown: once it is over there is nothing to cancel. */
  remainingMs: number;
  measuredAt: number;
};

/** Stays on the page when there is nothing to cancel any more, so that a refusal has a place to be read. */
export function CancelForm({ orderId, offered, remainingMs, measuredAt }: CancelFormProps) {
  const isOver = useRemainingTime(remainingMs, measuredAt) === 0;
  return (
    <Form action={cancelOrderAction} className="contents">
      {() =>
        offered && !isOver ? (
          <>
            <input type="hidden" name="orderId" value={orderId} />
            <div className="flex flex-col items-start gap-2 lg:col-start-2 lg:row-start-3">
              <p className="text-sm text-soft">
                Changed your mind? Then somebody else can have it at once.
              </p>
              <AskOnce
                label="Cancel order"
                variant="link"
                question="Cancel this order?"
                yes="Yes, cancel it"
                pendingLabel="Cancelling…"
                no="Keep it"
              >
                You pay nothing, and the ticket is free again: somebody else may take it.
              </AskOnce>
            </div>
          </>
        ) : null
      }
    </Form>
  );
}
