"use client";

import { PaymentElement } from "@stripe/react-stripe-js";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useRemainingTime } from "#components/use-remaining-time.ts";
import { asksToReload, triesLeft } from "./pay-sentences.ts";
import { usePayment } from "./use-payment.ts";

export type CardFormProps = {
  orderId: string;
  /** Formatted, for the button. */
  price: string;
  /** Tries left, once there has been a decline. */
  attemptsLeft: number | null;
  /** As for the countdown. */
  remainingMs: number;
  measuredAt: number;
};

/** The card's fields and the button that pays, while there is time. */
export function CardForm({ orderId, price, attemptsLeft, ...time }: CardFormProps) {
  const { pay, paying, problem, ready, setReady, cardNumber } = usePayment(orderId);
  const over = useRemainingTime(time.remainingMs, time.measuredAt) === 0;
  if (over && !paying) return <TimeIsUp />;
  return (
    <form onSubmit={pay} className="flex flex-col gap-6">
      {problem && (
        <Notice tone="refusal" action={asksToReload(problem) && <Reload orderId={orderId} />}>
          {problem}
        </Notice>
      )}
      {!problem && attemptsLeft !== null && (
        <Notice tone="information">{triesLeft(attemptsLeft, "best with another card")}</Notice>
      )}
      <PaymentElement
        key={cardNumber}
        options={{ layout: "tabs", wallets: { link: "never" } }}
        onReady={() => setReady(true)}
        onLoadError={() => setReady(false)}
      />
      <div className="flex flex-col gap-2">
        <Button type="submit" wide disabled={!ready} pending={paying} pendingLabel="Paying…">
          Pay {price}
        </Button>
        <p className="text-center text-sm text-soft">
          You are only charged if the ticket is yours.
        </p>
      </div>
    </form>
  );
}

function Reload({ orderId }: { orderId: string }) {
  return (
    <a className="text-link" href={`/orders/${orderId}`}>
      Reload the page
    </a>
  );
}

/** Shown before the server has answered: a laptop that wakes late may have no connection yet. */
function TimeIsUp() {
  return (
    <Notice tone="information" title="Time is up">
      A card can no longer be entered. This page says how your order ended as soon as it has a
      connection.
    </Notice>
  );
}
