import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { takeOffMarketAction } from "#app/operator/actions.ts";
import { Moment } from "#components/moment.tsx";
import { Written } from "#components/written.tsx";
import { parseId } from "#kernel/ids.ts";
import { formatMoney } from "#kernel/money.ts";
import { findTicketForOperator } from "#lib/operator/find-ticket-for-operator.ts";
import { readStory } from "#lib/operator/read-story.ts";
import { requireOperator } from "#lib/web/session.ts";
import { ActForm } from "../../_parts/act-form.tsx";
import { Facts, OperatorPage, OperatorSection } from "../../_parts/operator-page.tsx";
import { Person } from "../../_parts/person.tsx";
import { Story } from "../../_parts/story.tsx";

export const metadata: Metadata = { title: "A ticket" };

type Ticket = NonNullable<Awaited<ReturnType<typeof findTicketForOperator>>>;

/** A ticket's whole story, and who has wanted it. */
export default async function OperatorTicketPage({ params }: PageProps<"/operator/tickets/[id]">) {
  const { id } = await params;
  await requireOperator(`/operator/tickets/${id}`);
  const ticketId = parseId<"ticket">(id);
  const ticket = ticketId && (await findTicketForOperator(ticketId));
  if (!ticket) notFound();
  const story = await readStory([ticket.id]);
  return (
    <OperatorPage title="A ticket" lead={<Written>{ticket.event}</Written>}>
      <Facts
        facts={[
          ["Number", ticket.id],
          ["Ticket", <Written key="title">{ticket.title}</Written>],
          ["Stands", standing(ticket)],
          ["Price", formatMoney({ amount: ticket.price, currency: ticket.currency })],
          ["Seller", <Person key="seller" {...ticket.seller} />],
        ]}
      />
      {!ticket.soldAt && !ticket.withdrawnAt && (
        <ActForm
          action={takeOffMarketAction}
          id="take-off"
          fields={{ ticketId: ticket.id }}
          label="Take it off the market"
          says="For good, in its seller’s place. While a buyer pays for it, it stays theirs."
          yes="Take it off"
          done="It is off the market."
        />
      )}
      <OperatorSection title="Orders">
        {ticket.orders.length === 0 && <p>Nobody has wanted it yet.</p>}
        <ul className="flex flex-col gap-2">
          {ticket.orders.map((order) => (
            <li key={order.id}>
              <Link className="text-link" href={`/operator/orders/${order.id}`}>
                <Written>{order.buyer}</Written>
              </Link>
              : {order.status}, <Moment at={order.at} format="history" />
            </li>
          ))}
        </ul>
      </OperatorSection>
      <OperatorSection title="What happened">
        <Story entries={story} />
      </OperatorSection>
    </OperatorPage>
  );
}

function standing({ soldAt, withdrawnAt, orderId }: Ticket): string {
  if (soldAt) return "sold";
  if (withdrawnAt) return "withdrawn";
  return orderId ? "held by an order" : "on the market";
}
