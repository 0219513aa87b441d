import { randomUUID } from "node:crypto";
import { AnotherLikeThis } from "#app/tickets/another-like-this.tsx";
import { WhyNotForSale } from "#app/tickets/why-not-for-sale.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { environment } from "#kernel/environment.ts";
import type { UserId } from "#kernel/ids.ts";
import { formatMoney } from "#kernel/money.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";
import { BuyForm } from "./buy-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

type Props = { ticket: ListedTicket; viewer: UserId | undefined };

/**
 * What this viewer can do about the ticket: buy it, edit it, go on paying for it, or look elsewhere. Both forms are
 * always there, so that what one of them was refused stays to be read when the page has changed meanwhile.
 */
export function TicketDecision({ ticket, viewer }: Props) {
  const yours = viewer === ticket.sellerId;
  return (
    <>
      <BuyForm
        ticketId={ticket.id}
        version={ticket.version}
        requestKey={randomUUID()}
        price={formatMoney({ amount: ticket.price, currency: ticket.currency })}
        heldFor={heldFor(ticket)}
        signedIn={viewer !== undefined}
        offered={!yours && ticket.sale === "available"}
      />
      <WithdrawForm
        ticketId={ticket.id}
        version={ticket.version}
        offered={yours && ticket.sale === "available"}
      />
      {ticket.sale !== "available" && <Instead ticket={ticket} viewer={viewer} />}
      {yours && ticket.sale !== "begun" && ticket.sale !== "called-off" && (
        <p>
          <AnotherLikeThis ticketId={ticket.id} />
        </p>
      )}
    </>
  );
}

/** How long the ticket would be held if it were locked now: until the event begins, if that is sooner. */
function heldFor({ event, at }: ListedTicket): string {
  const lock = environment().LOCK_SECONDS;
  const left = Math.floor((event.startsAt.getTime() - at.getTime()) / 1000);
  if (left > lock) return lengthOfTime(lock);
  return `${lengthOfTime(left)}, until the event begins,`;
}

function lengthOfTime(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.floor(seconds / 60), "minute"];
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}

function Instead({ ticket, viewer }: Props) {
  const isHolder = viewer !== undefined && ticket.holderId === viewer;
  const mine = isHolder && ticket.state !== "available" && ticket.sale !== "called-off";
  if (mine && ticket.orderId) return <YourOrder ticket={ticket} orderId={ticket.orderId} />;
  return <NotForSale ticket={ticket} yours={viewer === ticket.sellerId} />;
}

function YourOrder({ ticket, orderId }: { ticket: ListedTicket; orderId: string }) {
  const sold = ticket.state === "sold";
  return (
    <Notice
      silent
      tone={sold ? "yours" : "held"}
      title={sold ? "This ticket is yours" : "Held for you"}
      action={
        <ButtonLink href={`/orders/${orderId}`}>
          {sold ? "See your receipt" : "Go on paying"}
        </ButtonLink>
      }
    >
      {sold ? "You bought it." : "Nobody else can buy it while you pay."}
    </Notice>
  );
}

function NotForSale({ ticket, yours }: { ticket: ListedTicket; yours: boolean }) {
  const others = (
    <ButtonLink variant="quiet" href={`/events/${ticket.event.slug}`}>
      Other tickets for this event
    </ButtonLink>
  );
  return (
    <Notice silent tone="information" action={yours ? undefined : others}>
      <WhyNotForSale ticket={ticket} yours={yours} />
    </Notice>
  );
}
