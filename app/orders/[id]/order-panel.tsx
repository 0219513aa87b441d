"use client";

import { type ReactNode, useEffect } from "react";

type OrderPanelProps = { orderId: string; status: string; open: boolean; children: ReactNode };

/** The orders that this document has shown open. Kept here, because a redirect may mount the page anew. */
const seenOpen = new Set<string>();

/** When an order ends while its page is open, focus moves to the outcome: the card form that had it is gone. */
export function OrderPanel({ orderId, status, open, children }: OrderPanelProps) {
  useEffect(() => {
    if (open) seenOpen.add(orderId);
    else if (seenOpen.delete(orderId)) document.getElementById("outcome")?.focus();
  }, [orderId, open]);
  return (
    <div
      data-order-status={status}
      className={`flex flex-col gap-12 ${open ? "lg:grid lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_auto_1fr] lg:gap-y-10" : ""}`}
    >
      {children}
    </div>
  );
}
