import type { Metadata } from "next";
import { nothingHere } from "#app/_parts/nothing-here.tsx";
import { OrderStub } from "#app/orders/order-stub.tsx";
import { Page } from "#components/ui/page.tsx";
import { parseId } from "#kernel/ids.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { requireUser } from "#lib/web/session.ts";
import { Checkout } from "./checkout.tsx";
import { Outcome } from "./outcome.tsx";
import { OrderHistory } from "./order-history.tsx";
import { OrderPanel } from "./order-panel.tsx";
import { Receipt } from "./receipt.tsx";

export const metadata: Metadata = { title: "Your order" };

export default async function OrderPage({ params }: PageProps<"/orders/[id]">) {
  const { id } = await params;
  const user = await requireUser(`/orders/${id}`);
  const orderId = parseId<"order">(id);
  const order = orderId && (await findOrder(user.id, orderId));
  if (!order) return nothingHere();
  const open = order.live && !order.endedFor;
  return (
    <Page title={open ? "Pay for your ticket" : "Your order"} titleHidden={!open} width="wide">
      <OrderPanel status={order.status} open={open}>
        {open ? (
          <Checkout order={order} />
        ) : (
          <>
            <Outcome order={order} />
            <OrderStub order={order} headingLevel={2} />
            <Receipt order={order} />
          </>
        )}
        <OrderHistory order={order} />
      </OrderPanel>
    </Page>
  );
}
