import type { Metadata } from "next";
import { OrderStub } from "./order-stub.tsx";
import { orderStanding } from "./order-standing.ts";
import { FollowOrders } from "#components/follow-orders.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { isLive } from "#kernel/order-state.ts";
import { listOrders } from "#lib/orders/find-orders.ts";
import { requireUser } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "My orders" };

export default async function OrdersPage() {
  const user = await requireUser("/orders");
  const orders = await listOrders(user.id);
  return (
    <Page title="My orders" width="wide">
      {orders.length === 0 && (
        <EmptyState title="No orders yet" action={<ButtonLink href="/">Browse tickets</ButtonLink>}>
          What you buy, or start to buy, is kept here.
        </EmptyState>
      )}
      <FollowOrders
        orders={orders
          .filter(isLive)
          .map((order) => ({ orderId: order.id, standing: orderStanding(order) }))}
      />
      <ul className="flex flex-col gap-4">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderStub order={order} href={`/orders/${order.id}`} headingLevel={2} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
