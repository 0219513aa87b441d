import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { Moment } from "#components/moment.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { environment } from "#kernel/environment.ts";
import type { UserId } from "#kernel/ids.ts";
import { formatMoney } from "#kernel/money.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";
import { BuyForm } from "./buy-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

type Props = { ticket: ListedTicket; viewer: UserId | undefined };

/** What this viewer can do about the ticket: buy it, edit it, go on paying for it, or look elsewhere. */
export function TicketDecision({ ticket, viewer }: Props) {
  if (viewer === ticket.sellerId) return <SellersChoice ticket={ticket} />;
  return (
    <BuyForm
      ticketId={ticket.id}
      version={ticket.version}
      requestKey={randomUUID()}
      price={formatMoney({ amount: ticket.price, currency: ticket.currency })}
      heldFor={heldFor(ticket)}
      signedIn={viewer !== undefined}
      instead={insteadOfBuying(ticket, viewer)}
    />
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

function insteadOfBuying(ticket: ListedTicket, viewer: UserId | undefined): ReactNode {
  if (ticket.sale === "available") return null;
  const mine = viewer !== undefined && ticket.holderId === viewer && ticket.state !== "available";
  if (mine && ticket.orderId && ticket.sale !== "called-off")
    return <YourOrder ticket={ticket} orderId={ticket.orderId} />;
  return <NotForSale ticket={ticket} />;
}

function SellersChoice({ ticket }: { ticket: ListedTicket }) {
  if (ticket.sale !== "available") return <NotForSale ticket={ticket} yours />;
  return (
    <div className="flex flex-wrap items-start gap-4">
      <ButtonLink href={`/tickets/${ticket.id}/edit`}>Edit</ButtonLink>
      <WithdrawForm ticketId={ticket.id} version={ticket.version} />
    </div>
  );
}

function YourOrder({ ticket, orderId }: { ticket: ListedTicket; orderId: string }) {
  const sold = ticket.state === "sold";
  return (
    <Notice
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

function NotForSale({ ticket, yours = false }: { ticket: ListedTicket; yours?: boolean }) {
  const others = (
    <ButtonLink variant="quiet" href={`/events/${ticket.event.slug}`}>
      Other tickets for this event
    </ButtonLink>
  );
  return (
    <Notice tone="information" action={yours ? undefined : others}>
      {reason(ticket, yours)}
    </Notice>
  );
}

function reason({ sale, freeAt }: ListedTicket, yours: boolean): ReactNode {
  if (sale === "sold") return yours ? "You sold this ticket." : "This ticket is sold.";
  if (sale === "withdrawn")
    return yours ? "You withdrew this ticket." : "The seller has withdrawn this ticket.";
  if (sale === "begun") return "The event has begun: tickets for it are no longer sold.";
  if (sale === "called-off") return "The event was called off: tickets for it are no longer sold.";
  if (!freeAt) {
    return yours
      ? "Somebody's payment for it is being finished."
      : "Somebody is paying for this ticket right now.";
  }
  return yours ? (
    <>
      Somebody is paying for it. You can edit or withdraw it again after <Moment at={freeAt} />,
      unless they buy it.
    </>
  ) : (
    <>
      Somebody is paying for this ticket. It may free up at <Moment at={freeAt} />: look again then.
    </>
  );
}
