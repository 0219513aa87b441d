import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrderStub } from "#app/orders/order-stub.tsx";
import { Page } from "#components/ui/page.tsx";
import { parseId } from "#kernel/ids.ts";
import { findOrder, type OrderView } from "#lib/orders/find-orders.ts";
import { requireUser } from "#lib/web/session.ts";
import { Checkout } from "./checkout.tsx";
import { Outcome } from "./outcome.tsx";
import { OrderHistory } from "./order-history.tsx";
import { OrderNews } from "./order-news.tsx";

export const metadata: Metadata = { title: "Your order" };

export default async function OrderPage({ params }: PageProps<"/orders/[id]">) {
  const { id } = await params;
  const user = await requireUser(`/orders/${id}`);
  const orderId = parseId<"order">(id);
  const order = orderId && (await findOrder(user.id, orderId));
  if (!order) notFound();
  const open = isOpen(order);
  return (
    <Page title={open ? "Pay for your ticket" : "Your order"} titleHidden={!open} width="wide">
      <OrderNews status={order.status} open={open}>
        {open ? (
          <Checkout order={order} />
        ) : (
          <>
            <Outcome order={order} />
            <OrderStub order={order} headingLevel={2} />
          </>
        )}
        <OrderHistory order={order} />
      </OrderNews>
    </Page>
  );
}

/** Still to be paid. One whose time is over is not, whether or not it has been cleared away. */
function isOpen({ status, lapsed }: OrderView): boolean {
  return (status === "created" || status === "awaiting_payment") && !lapsed;
}
