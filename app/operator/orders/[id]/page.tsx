import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { refundAction } from "#app/operator/actions.ts";
import { Moment } from "#components/moment.tsx";
import { Written } from "#components/written.tsx";
import { parseId } from "#kernel/ids.ts";
import { formatMoney } from "#kernel/money.ts";
import { findOrderForOperator } from "#lib/operator/find-order-for-operator.ts";
import { readStory } from "#lib/operator/read-story.ts";
import { requireOperator } from "#lib/web/session.ts";
import { ActForm } from "../../_parts/act-form.tsx";
import { Facts, OperatorPage, OperatorSection } from "../../_parts/operator-page.tsx";
import { Person } from "../../_parts/person.tsx";
import { Story } from "../../_parts/story.tsx";

export const metadata: Metadata = { title: "An order" };

type Order = NonNullable<Awaited<ReturnType<typeof findOrderForOperator>>>;

/** An order's whole story: its people, its money, every domain event and what came of it. */
export default async function OperatorOrderPage({ params }: PageProps<"/operator/orders/[id]">) {
  const { id } = await params;
  await requireOperator(`/operator/orders/${id}`);
  const orderId = parseId<"order">(id);
  const order = orderId && (await findOrderForOperator(orderId));
  if (!order) notFound();
  const about = [order.id, order.ticketId, ...order.payments.map((payment) => payment.id)];
  const story = await readStory(about, order.id);
  return (
    <OperatorPage title="An order" lead={<Written>{order.event}</Written>}>
      <Facts facts={factsOf(order)} />
      <OperatorSection title="Money">
        {order.payments.length === 0 && <p>No payment was begun.</p>}
        {order.payments.map((payment) => (
          <Facts key={payment.id} facts={moneyFacts(order, payment)} />
        ))}
        {order.payments.some(({ status, refund }) => status === "completed" && !refund) && (
          <ActForm
            action={refundAction}
            id="refund"
            fields={{ orderId: order.id }}
            label="Give the money back"
            says="All of it goes back to the card. The ticket stays the buyer’s: what becomes of it is another decision."
            yes="Refund it"
            done="The refund is on its way to Stripe."
          />
        )}
      </OperatorSection>
      <OperatorSection title="What happened">
        <Story entries={story} />
      </OperatorSection>
    </OperatorPage>
  );
}

function factsOf(order: Order): [string, React.ReactNode][] {
  return [
    ["Number", order.id],
    ["Stands", order.cancelReason ? `${order.status} (${order.cancelReason})` : order.status],
    [
      "Ticket",
      <Link key="ticket" className="text-link" href={`/operator/tickets/${order.ticketId}`}>
        <Written>{order.ticket}</Written>
      </Link>,
    ],
    ["Price", formatMoney({ amount: order.price, currency: order.currency })],
    ["Buyer", <Person key="buyer" {...order.buyer} />],
    ["Seller", <Person key="seller" {...order.seller} />],
    ["Begun", <Moment key="begun" at={order.createdAt} format="history" />],
    ["To be paid by", <Moment key="by" at={order.expiresAt} format="history" />],
  ];
}

function moneyFacts(
  { currency }: Order,
  payment: Order["payments"][number],
): [string, React.ReactNode][] {
  return [
    ["Payment", payment.stripeId ?? "Stripe has not named it yet"],
    ["Stands", payment.status],
    ["Amount", formatMoney({ amount: payment.amount, currency })],
    [
      "Declined",
      `${payment.declines} times${payment.failureCode ? ` (${payment.failureCode})` : ""}`,
    ],
    ...(payment.refund ? ([["Refund", payment.refund]] satisfies [string, string][]) : []),
    ...(payment.disputeStatus
      ? ([["Dispute", payment.disputeStatus]] satisfies [string, string][])
      : []),
  ];
}
