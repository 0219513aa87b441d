import { useElements, useStripe } from "@stripe/react-stripe-js";
import { type FormEvent, useRef, useState } from "react";
import { untilReachable } from "#components/until-reachable.ts";
import { useRefresh } from "#components/use-refresh.ts";
import { type PaymentStart, settleAttemptAction, startPaymentAction } from "./actions.ts";
import { declineSentence } from "./decline-sentence.ts";
import { connectionLost, noLongerAwaited, notBegun, triesLeft } from "./pay-sentences.ts";

/** Pays on submit, one payment at a time. `problem` is what the buyer reads when it did not work out. */
export function usePayment(orderId: string) {
  const tryToPay = useTryToPay(orderId);
  const [paying, setPaying] = useState(false);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const underWay = useRef(false);

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

/** The steps of a payment. Resolves to what the buyer reads when it did not work out. */
function useTryToPay(orderId: string): () => Promise<string | null> {
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
    const { error: declined } = await stripe.confirmPayment({
      elements,
      clientSecret: start.clientSecret,
      confirmParams: { return_url: home },
      redirect: "if_required",
    });
    if (!declined) {
      await untilReachable();
      window.location.assign(home);
      return new Promise(() => {}); // the page is about to change: keep saying "Paying…"
    }
    const left = await settleAttemptAction(orderId);
    refresh();
    const why = declineSentence(declined);
    if (left === null) return why ?? noLongerAwaited;
    return why ? `${why} ${triesLeft(left)}` : connectionLost;
  };
}
