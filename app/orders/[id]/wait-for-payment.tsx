"use client";

import { useEffect } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { useRefresh } from "#components/use-refresh.ts";

const everyMilliseconds = 1500;

/** The card is authorised and the capture under way: refreshes until the order is completed. */
export function WaitForPayment({ orderId }: { orderId: string }) {
  const refresh = useRefresh();
  useEffect(() => {
    const looking = setInterval(refresh, everyMilliseconds);
    return () => clearInterval(looking);
  }, [refresh]);
  return (
    <Notice
      tone="information"
      title="Your payment is being finished"
      action={
        <a className="text-link" href={`/orders/${orderId}`}>
          Look again
        </a>
      }
    >
      The ticket is held for you. This takes a few seconds.
    </Notice>
  );
}
