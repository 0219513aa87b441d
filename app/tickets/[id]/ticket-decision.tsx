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
      minutes={Math.max(1, Math.round(environment().LOCK_SECONDS / 60))}
      signedIn={viewer !== undefined}
      instead={insteadOfBuying(ticket, viewer)}
    />
  );
}

function insteadOfBuying(ticket: ListedTicket, viewer: UserId | undefined): ReactNode {
  if (ticket.state === "available" && !ticket.started) return null;
  const mine = viewer !== undefined && ticket.holderId === viewer && ticket.state !== "available";
  if (mine && ticket.orderId) return <YourOrder ticket={ticket} orderId={ticket.orderId} />;
  return <NotForSale ticket={ticket} />;
}

function SellersChoice({ ticket }: { ticket: ListedTicket }) {
  if (ticket.state !== "available" || ticket.started) return <NotForSale ticket={ticket} yours />;
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
      tone={sold ? "success" : "information"}
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

function reason({ state, freeAt }: ListedTicket, yours: boolean): ReactNode {
  if (state === "sold") return yours ? "You sold this ticket." : "This ticket is sold.";
  if (state === "withdrawn")
    return yours ? "You withdrew this ticket." : "The seller has withdrawn this ticket.";
  if (state === "available") return "The event has begun: tickets for it are no longer sold.";
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
