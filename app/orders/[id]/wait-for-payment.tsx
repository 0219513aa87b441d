"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Notice } from "#components/ui/notice.tsx";

const everyMilliseconds = 1500;

/** The card is authorised and the money is on its way: looks until the order is finished. */
export function WaitForPayment({ orderId }: { orderId: string }) {
  const router = useRouter();
  useEffect(() => {
    const looking = setInterval(() => router.refresh(), everyMilliseconds);
    return () => clearInterval(looking);
  }, [router]);
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
