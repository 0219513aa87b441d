import Link from "next/link";
import type { ReactNode } from "react";
import { Moment } from "#components/moment.tsx";
import { formatMoney, shareOf } from "#kernel/money.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";

/** What a person asks before they buy: of whom, for how much in all, what they get and when, and what if it is off. */
export function TicketAnswers({ ticket }: { ticket: ListedTicket }) {
  const { event, createdAt, admits } = ticket;
  const price = { amount: ticket.price, currency: ticket.currency };
  return (
    <section aria-labelledby="answers" className="border-t border-line pt-6">
      <h2 id="answers" className="sr-only">
        About this ticket
      </h2>
      <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <Answer asked="Who sells it">
          Another fan, whom your receipt names.
          {/* Nothing stands behind it: told by the reader's clock it has another length. */}
          <span className="block">
            On sale since <Moment at={createdAt} format="receipt" />
          </span>
        </Answer>
        <Answer asked="What you pay">
          {formatMoney(price)}
          {admits > 1 && `, which is ${formatMoney(shareOf(price, admits))} for each of ${admits}`}.
          Nothing is added.
        </Answer>
        <Answer asked="What you get, and when">
          The ticket is yours as soon as your payment is complete. The receipt follows by email, and
          stays in My orders.
        </Answer>
        <Answer asked="If the event is called off">
          It is no longer sold, and what was not paid yet costs nothing.{" "}
          <Link href="/refunds" prefetch={false} className="text-link">
            How refunds work
          </Link>
        </Answer>
        <Answer asked="If this is not the one">
          <Link href={`/events/${event.slug}`} prefetch={false} className="text-link">
            Other tickets for this event
          </Link>
        </Answer>
      </dl>
    </section>
  );
}

function Answer({ asked, children }: { asked: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{asked}</dt>
      <dd className="text-soft">{children}</dd>
    </div>
  );
}
