"use client";

import { useCallback, useEffect, useRef } from "react";
import { isPaymentUnderWay, setPaymentUnderWay } from "./payment-under-way.ts";
import { useRefresh } from "./use-refresh.ts";

type Followed = { orderId: string; standing: string };

type FollowOrdersProps = {
  /** The orders of the page, as it shows them. */
  orders: Followed[];
  /** How often a page in view asks how its order stands; left out where coming back into view is enough. */
  everyMilliseconds?: number | undefined;
};

/**
 * Keeps a page true to its orders, whatever changed them. Another tab of this browser says so at once. What only the
 * server knows (another device, an event that was called off) is asked when the page comes into view, and now and then
 * while it stays there. The page is fetched anew only if something changed.
 */
export function FollowOrders({ orders, everyMilliseconds }: FollowOrdersProps) {
  const refresh = useRefresh();
  const known = JSON.stringify(orders);
  useEffect(() => {
    const shown: Followed[] = JSON.parse(known);
    const tabs = new BroadcastChannel("orders");
    tabs.addEventListener("message", ({ data }: MessageEvent<Followed[]>) => {
      const differs = ({ orderId, standing }: Followed) =>
        data.some((told) => told.orderId === orderId && told.standing !== standing);
      if (shown.some(differs) && !isPaymentUnderWay()) refresh();
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none but its own
    tabs.postMessage(shown);
    return () => tabs.close();
  }, [known, refresh]);
  useLook(useAsk(known, refresh), everyMilliseconds);
  return null;
}

/** Asks the server, one question at a time. A question that gets no answer is asked again later. */
function useAsk(known: string, refresh: () => void): () => void {
  const asking = useRef(false);
  return useCallback(() => {
    if (asking.current || isPaymentUnderWay() || !navigator.onLine) return;
    asking.current = true;
    const shown: Followed[] = JSON.parse(known);
    void Promise.all(shown.map(hasChanged))
      .then((changed) => changed.some(Boolean) && !isPaymentUnderWay() && refresh())
      .catch(() => {})
      .finally(() => {
        asking.current = false;
      });
  }, [known, refresh]);
}

async function hasChanged({ orderId, standing }: Followed): Promise<boolean> {
  const answer = await fetch(`/orders/${orderId}/standing`, { cache: "no-store" });
  if (answer.status >= 500) return false;
  return !answer.ok || (await answer.text()) !== standing; // not found: whoever is signed in now, it is another person
}

/** Calls `look` when the page comes into view, and every so often while it is. */
function useLook(look: () => void, everyMilliseconds: number | undefined): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (everyMilliseconds && document.visibilityState === "visible")
        timer = setTimeout(lookAndWait, everyMilliseconds);
    };
    const lookAndWait = () => {
      if (document.visibilityState === "visible") look();
      wait();
    };
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setPaymentUnderWay(false); // it left this page, which the Back button has brought again
      lookAndWait();
    };
    wait();
    document.addEventListener("visibilitychange", lookAndWait);
    window.addEventListener("focus", lookAndWait);
    window.addEventListener("pageshow", comeBack);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", lookAndWait);
      window.removeEventListener("focus", lookAndWait);
      window.removeEventListener("pageshow", comeBack);
    };
  }, [look, everyMilliseconds]);
}
