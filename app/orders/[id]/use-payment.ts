import { useElements, useStripe } from "@stripe/react-stripe-js";
import { type FormEvent, useRef, useState } from "react";
import { setPaymentUnderWay } from "#components/payment-under-way.ts";
import { untilReachable } from "#components/until-reachable.ts";
import { useRefresh } from "#components/use-refresh.ts";
import {
  type PaymentStart,
  type PayTrouble,
  reportPayTroubleAction,
  settleAttemptAction,
  startPaymentAction,
} from "./actions.ts";
import { type ConfirmError, isFormRefused, isWrongUse, troubleOf } from "./confirm-trouble.ts";
import { declineSentence } from "./decline-sentence.ts";
import {
  connectionLost,
  declinedSentence,
  formRefused,
  noLongerAwaited,
  notBegun,
} from "./pay-sentences.ts";

/**
 * Pays on submit, one payment at a time. `problem` is what the buyer reads when it did not work out. `cardNumber` counts
 * the cards that are not to be tried again: the form starts anew with each, so that Pay cannot send the same once more.
 */
export function usePayment(orderId: string) {
  const [cardNumber, setCardNumber] = useState(0);
  const [paying, setPaying] = useState(false);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const underWay = useRef(false);
  const tryToPay = useTryToPay(orderId, () => {
    setReady(false);
    setCardNumber((before) => before + 1);
  });

  const pay = async (submission: FormEvent) => {
    submission.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    setPaymentUnderWay(true);
    setPaying(true);
    setProblem(null);
    setProblem(await tryToPay().catch((error: unknown) => sentenceAfter(orderId, error)));
    setPaying(false);
    setPaymentUnderWay(false);
    underWay.current = false;
  };
  return { pay, paying, problem, ready, setReady, cardNumber };
}

/** When something was thrown rather than answered. */
function sentenceAfter(orderId: string, error: unknown): string {
  if (!isWrongUse(error)) return connectionLost;
  tellServer(orderId, { type: error.name });
  return formRefused;
}

/** Best effort: the buyer does not wait for it. */
function tellServer(orderId: string, trouble: PayTrouble): void {
  void reportPayTroubleAction(orderId, trouble).catch(() => {});
}

/** The steps of a payment. Resolves to what the buyer reads when it did not work out. */
function useTryToPay(orderId: string, cardIsOut: () => void): () => Promise<string | null> {
  const [stripe, elements, refresh] = [useStripe(), useElements(), useRefresh()];
  return async () => {
    if (!stripe || !elements) return null;
    const { error: incomplete } = await elements.submit();
    if (incomplete) return declineSentence(incomplete) ?? "Check what you typed, then try again.";
    const start = await startPaymentAction(orderId).catch((error: unknown): PaymentStart => ({
      refused: notBegun(error),
      over: false,
    }));
    if ("refused" in start) {
      if (start.over) refresh();
      return start.refused;
    }
    const home = `${window.location.origin}/orders/${orderId}/return`;
    const { error: failed } = await stripe.confirmPayment({
      elements,
      clientSecret: start.clientSecret,
      confirmParams: { return_url: home },
      redirect: "if_required",
    });
    if (!failed) {
      await untilReachable();
      window.location.assign(home);
      return new Promise(() => {}); // the page is about to change: keep saying "Paying…"
    }
    const left = await settleAttemptAction(orderId);
    refresh();
    return sentenceOf(orderId, failed, left, cardIsOut);
  };
}

function sentenceOf(
  orderId: string,
  failed: ConfirmError,
  left: number | null,
  cardIsOut: () => void,
): string {
  const why = declineSentence(failed);
  if (left === null) return why ?? noLongerAwaited;
  if (why) {
    const mayTryAgain = failed.advice_code !== "do_not_try_again";
    if (!mayTryAgain) cardIsOut();
    return declinedSentence(why, left, mayTryAgain);
  }
  if (!isFormRefused(failed)) return connectionLost;
  tellServer(orderId, troubleOf(failed));
  return formRefused;
}
