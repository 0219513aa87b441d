import { Place } from "#app/events/[slug]/place.tsx";
import { formatEventDate } from "#components/event-dates.ts";
import { Plates } from "#components/plates.tsx";
import { Poster } from "#components/posters/poster.tsx";
import { Written } from "#components/written.tsx";
import { formatMoney } from "#kernel/money.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";

/** Set too small on the poster to be read there. */
const longTitle = 40;

/** A ticket that was paid, as one would keep it: the poster large, and what the person at the door reads. */
export function OwnedTicket({ order }: { order: OrderView }) {
  const { event, ticket, price, currency } = order;
  return (
    <article className="@container">
      <div className="ticket" data-tone="yours">
        <div className="ticket-main grid gap-6 p-4 @xl:grid-cols-[13rem_minmax(0,1fr)] @xl:gap-8 @xl:p-6 @4xl:grid-cols-[18rem_minmax(0,1fr)] print:grid-cols-[9rem_minmax(0,1fr)]">
          <Poster
            eventTitle={event.title}
            category={event.category}
            detail={event.venue}
            decorative
          />
          <div className="flex min-w-0 flex-col gap-6">
            <h2
              className={
                event.title.length > longTitle
                  ? "text-2xl wrap-anywhere"
                  : "sr-only print:not-sr-only"
              }
            >
              <Written>{event.title}</Written>
            </h2>
            <WhenAndWhere event={event} />
            <div className="mt-auto border-t border-line pt-4">
              <Plates {...ticket} large />
            </div>
            <p className="text-sm text-soft">
              <Written>{ticket.title}</Written>
            </p>
          </div>
        </div>
        <div className="ticket-stub flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4 @xl:flex-col @xl:flex-nowrap @xl:items-start @xl:p-6">
          <p className="flex items-center gap-2 font-display text-3xl leading-none font-extrabold text-yours">
            <svg viewBox="0 0 12 12" className="size-6 shrink-0" aria-hidden="true">
              <path d="M1 6.5l3.5 3.5L11 2.5" fill="none" stroke="currentColor" strokeWidth="2" />
            </svg>
            Yours
          </p>
          <p className="tabular font-display text-xl leading-none font-bold wrap-anywhere @xl:mt-auto">
            {formatMoney({ amount: price, currency })}
          </p>
        </div>
      </div>
    </article>
  );
}

function WhenAndWhere({ event }: Pick<OrderView, "event">) {
  const { startsAt, timeZone } = event;
  return (
    <>
      <p>
        <time
          dateTime={startsAt.toISOString()}
          className="block font-display text-2xl leading-tight font-bold @4xl:text-3xl"
        >
          {formatEventDate(startsAt, timeZone, "date")}
        </time>
        <span className="tabular text-lg">{formatEventDate(startsAt, timeZone, "time")}</span>
      </p>
      <Place at={event} large />
    </>
  );
}
