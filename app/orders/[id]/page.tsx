import type { Metadata } from "next";
import { nothingHere } from "#app/_parts/nothing-here.tsx";
import { orderStanding, type OrderStanding, standings } from "#app/orders/order-standing.ts";
import { FollowOrders } from "#components/follow-orders.tsx";
import { Page } from "#components/ui/page.tsx";
import { parseId } from "#kernel/ids.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { requireUser } from "#lib/web/session.ts";
import { CancelForm } from "./cancel-form.tsx";
import { Checkout } from "./checkout.tsx";
import { Outcome } from "./outcome.tsx";
import { OrderHistory } from "./order-history.tsx";
import { OrderPanel } from "./order-panel.tsx";
import { Receipt } from "./receipt.tsx";

export const metadata: Metadata = { title: "Your order" };

/** While a payment is finished its buyer waits for the outcome; else another device or an event called off brings it. */
const askEvery: Partial<Record<OrderStanding, number>> = { held: 5000, finishing: 1500 };

export default async function OrderPage({ params }: PageProps<"/orders/[id]">) {
  const { id } = await params;
  const user = await requireUser(`/orders/${id}`);
  const orderId = parseId<"order">(id);
  const order = orderId && (await findOrder(user.id, orderId));
  if (!order) return nothingHere();
  const standing = orderStanding(order);
  const open = order.live && !order.endedFor;
  return (
    <Page
      title={open ? standings[standing].title : "Your order"}
      titleHidden={!open}
      width="wide"
      dense={open}
    >
      <FollowOrders orders={[{ orderId, standing }]} everyMilliseconds={askEvery[standing]} />
      <OrderPanel orderId={order.id} status={order.status} open={open}>
        {open ? (
          <Checkout order={order} />
        ) : (
          <>
            <Outcome order={order} />
            <Receipt order={order} />
          </>
        )}
        <CancelForm
          orderId={order.id}
          offered={standing === "held"}
          remainingMs={order.remainingMs}
          measuredAt={order.at.getTime()}
        />
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-2">
          <OrderHistory order={order} />
        </div>
      </OrderPanel>
    </Page>
  );
}
