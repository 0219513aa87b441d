"use client";

import { PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { settleAttemptAction, startPaymentAction } from "./actions.ts";
import { declineSentence } from "./decline-sentence.ts";

export type CardFormProps = {
  orderId: string;
  /** Formatted, for the button. */
  price: string;
  /** Tries left, once there has been a decline. */
  attemptsLeft: number | null;
};

/** The card's fields and the button that pays. */
export function CardForm({ orderId, price, attemptsLeft }: CardFormProps) {
  const { pay, paying, problem, ready, setReady } = usePayment(orderId);
  return (
    <form onSubmit={pay} className="flex flex-col gap-6">
      {problem && <Notice tone="refusal">{problem}</Notice>}
      {!problem && attemptsLeft !== null && (
        <Notice tone="information">{triesLeft(attemptsLeft)}</Notice>
      )}
      <PaymentElement
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

function usePayment(orderId: string) {
  const [stripe, elements, router] = [useStripe(), useElements(), useRouter()];
  const [paying, setPaying] = useState(false);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const underWay = useRef(false);

  /** The steps of a payment. Returns what to tell the buyer when it did not work out. */
  const tryToPay = async (): Promise<string | null> => {
    if (!stripe || !elements) return null;
    const { error: incomplete } = await elements.submit();
    if (incomplete) return declineSentence(incomplete) ?? "Check what you typed, then try again.";
    const start = await startPaymentAction(orderId);
    if ("refused" in start) {
      if (start.over) router.refresh();
      return start.refused;
    }
    const home = `${window.location.origin}/orders/${orderId}/return`;
    const { error: declined } = await stripe.confirmPayment({
      elements,
      clientSecret: start.clientSecret,
      confirmParams: { return_url: home },
      redirect: "if_required",
    });
    if (!declined) {
      window.location.assign(home);
      return new Promise(() => {}); // the page is about to change: keep saying "Paying…"
    }
    const left = await settleAttemptAction(orderId);
    router.refresh();
    const why = declineSentence(declined);
    if (!why) return connectionLost;
    return left === null ? why : `${why} ${triesLeft(left)}`;
  };

  const pay = async (submission: FormEvent) => {
    submission.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    setPaying(true);
    setProblem(null);
    setProblem(await tryToPay().catch(() => connectionLost));
    setPaying(false);
    underWay.current = false;
  };
  return { pay, paying, problem, ready, setReady };
}

const connectionLost =
  "The connection was lost. If your payment went through, this page will say so: reload it before you try again.";

function triesLeft(left: number): string {
  return `You were not charged. You can try ${left === 1 ? "once" : `${left} times`} more, with this card or another.`;
}
