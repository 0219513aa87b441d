"use client";

import { Elements } from "@stripe/react-stripe-js";
import type { Stripe } from "@stripe/stripe-js";
import { useEffect, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { CardForm, type CardFormProps, CardFormToCome } from "./card-form.tsx";
import { elementsOptions } from "./elements-options.ts";
import { loadStripeFrom } from "./load-stripe-from.ts";
import { isOwnDocument } from "./own-document.ts";
import { useCardLook } from "./stripe-appearance.ts";

type PayFormProps = CardFormProps & {
  amount: number;
  currency: string;
  publishableKey: string;
  scriptUrl: string;
};

/** Loads Stripe's card form into the page. The card goes to Stripe and never touches us. */
export function PayForm({ amount, currency, publishableKey, scriptUrl, ...card }: PayFormProps) {
  const look = useCardLook();
  const [stripe, setStripe] = useState<Stripe | "unreachable" | null>(null);
  useEffect(() => {
    if (!isOwnDocument()) return window.location.reload();
    let gone = false;
    loadStripeFrom(scriptUrl, publishableKey).then(
      (loaded) => !gone && setStripe(loaded),
      () => !gone && setStripe("unreachable"),
    );
    return () => {
      gone = true;
    };
  }, [scriptUrl, publishableKey]);
  if (stripe === "unreachable") return <Unreachable />;
  if (!stripe || !look) return <CardFormToCome price={card.price} />;
  return (
    <Elements stripe={stripe} options={{ ...elementsOptions(amount, currency), ...look }}>
      <CardForm {...card} />
    </Elements>
  );
}

function Unreachable() {
  return (
    <Notice tone="refusal" title="The card form cannot be loaded">
      Our payment provider does not answer. The ticket is still held for you: check your connection
      and reload this page.
    </Notice>
  );
}
