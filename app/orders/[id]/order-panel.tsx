"use client";

import { type ReactNode, useEffect, useRef } from "react";

type OrderPanelProps = { status: string; open: boolean; children: ReactNode };

/** When an order ends while its page is open, focus moves to the outcome: the card form that had it is gone. */
export function OrderPanel({ status, open, children }: OrderPanelProps) {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) document.getElementById("outcome")?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <div data-order-status={status} className="flex flex-col gap-12">
      {children}
    </div>
  );
}
