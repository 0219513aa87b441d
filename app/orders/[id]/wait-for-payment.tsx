import { Notice } from "#components/ui/notice.tsx";

/** The card is authorised and the capture under way: the page asks often until it is done. */
export function WaitForPayment({ orderId }: { orderId: string }) {
  return (
    <Notice
      tone="held"
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
