"use client";

import { type ReactNode, useEffect, useRef } from "react";

type OrderNewsProps = { status: string; open: boolean; children: ReactNode };

/** When an order ends while its page is open, focus goes to how it ended: what had it is no longer there. */
export function OrderNews({ status, open, children }: OrderNewsProps) {
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
