import type { Metadata } from "next";
import { OrderStub } from "./order-stub.tsx";
import { orderStanding } from "./order-standing.ts";
import { addressWith, readListAddress } from "#app/_parts/list-address.ts";
import { ListPages } from "#app/_parts/list-pages.tsx";
import { ListSearch } from "#app/_parts/list-search.tsx";
import { ListSection } from "#app/_parts/list-section.tsx";
import { NothingMentions } from "#app/_parts/nothing-mentions.tsx";
import { FollowOrders } from "#components/follow-orders.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { isLive } from "#kernel/order-state.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { listOrders } from "#lib/orders/list-orders.ts";
import { requireUser } from "#lib/web/session.ts";

const path = "/orders";

export const metadata: Metadata = { title: "My orders" };

export default async function OrdersPage({ searchParams }: PageProps<"/orders">) {
  const query = await searchParams;
  const user = await requireUser(addressWith(path, query));
  const { words, page } = readListAddress(query);
  const { underWay, rows, newer, older } = await listOrders(user.id, words, page);
  const shown = [...underWay, ...rows];
  if (shown.length === 0 && words === "") return <NoOrders />;
  const others = words ? "Found" : "All others";
  return (
    <Page title="My orders" width="wide">
      <FollowOrders orders={followed(shown)} />
      <ListSearch
        path={path}
        label="Find an order"
        all={rows.length > 0 && "Show all orders"}
        words={words}
      />
      <ListSection title="Under way" rows={underWay}>
        {stub}
      </ListSection>
      <ListSection title={underWay.length > 0 && others} rows={rows}>
        {stub}
      </ListSection>
      {rows.length === 0 && words && (
        <NothingMentions what="order" words={words} path={path} beside={underWay.length > 0} />
      )}
      <ListPages path={path} words={words} newer={newer} older={older} />
    </Page>
  );
}

function stub(order: OrderView, headingLevel: 2 | 3) {
  return <OrderStub order={order} href={`/orders/${order.id}`} headingLevel={headingLevel} />;
}

function followed(orders: OrderView[]) {
  return orders
    .filter(isLive)
    .map((order) => ({ orderId: order.id, standing: orderStanding(order) }));
}

function NoOrders() {
  return (
    <Page title="My orders" width="wide">
      <EmptyState
        print="Save the date"
        title="No orders yet"
        action={<ButtonLink href="/">Browse tickets</ButtonLink>}
      >
        What you buy, or start to buy, is kept here.
      </EmptyState>
    </Page>
  );
}
