"use client";

import { PaymentElement } from "@stripe/react-stripe-js";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
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
    <form onSubmit={pay} className="flex flex-col gap-4">
      {problem && (
        <Notice tone="refusal" action={asksToReload(problem) && <Reload orderId={orderId} />}>
          {problem}
        </Notice>
      )}
      {!problem && attemptsLeft !== null && (
        <Notice tone="information">{triesLeft(attemptsLeft, "best with another card")}</Notice>
      )}
      <CardFields ready={ready}>
        <PaymentElement
          key={cardNumber}
          options={{ layout: "tabs", wallets: { link: "never" } }}
          onReady={() => setReady(true)}
          onLoadError={() => setReady(false)}
        />
      </CardFields>
      <PayPart price={price} ready={ready} paying={paying} />
    </form>
  );
}

/** Before Stripe is there: the same form, as large as it will be, so that nothing moves when it comes. */
export function CardFormToCome({ price }: Pick<CardFormProps, "price">) {
  return (
    <div className="needs-script flex flex-col gap-4">
      <CardFields ready={false} />
      <PayPart price={price} ready={false} paying={false} />
    </div>
  );
}

function CardFields({ ready, children }: { ready: boolean; children?: ReactNode }) {
  return (
    <div className="card-fields relative">
      {!ready && <CardSkeleton />}
      {children}
    </div>
  );
}

function PayPart(props: { price: string; ready: boolean; paying: boolean }) {
  return (
    <div className="flex flex-col gap-2">
      <Button
        type="submit"
        wide
        disabled={!props.ready}
        pending={props.paying}
        pendingLabel="Paying…"
      >
        Pay {props.price}
      </Button>
      <p className="text-center text-sm text-soft">You are only charged if the ticket is yours.</p>
    </div>
  );
}

/** The fields to come, each where it will be. */
function CardSkeleton() {
  return (
    <div className="absolute inset-0 flex flex-col justify-between" role="status">
      <span className="sr-only">Loading the card form…</span>
      <SkeletonField />
      <div className="grid grid-cols-2 gap-3">
        <SkeletonField />
        <SkeletonField />
      </div>
      <SkeletonField />
    </div>
  );
}

function SkeletonField() {
  return (
    <div className="flex flex-col gap-1.5">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="h-11 w-full" />
    </div>
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
