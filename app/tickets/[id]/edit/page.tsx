import type { Metadata } from "next";
import Link from "next/link";
import { nothingHere } from "#app/_parts/nothing-here.tsx";
import { RefreshWhenFree } from "#app/_parts/refresh-when-free.tsx";
import { ticketFieldValues } from "#app/tickets/ticket-field-values.ts";
import { WhyNotForSale } from "#app/tickets/why-not-for-sale.tsx";
import { Page } from "#components/ui/page.tsx";
import { parseId } from "#kernel/ids.ts";
import { findTicket } from "#lib/tickets/find-ticket.ts";
import { requireUser } from "#lib/web/session.ts";
import { EditForm } from "./edit-form.tsx";

export const metadata: Metadata = { title: "Edit ticket" };

export default async function EditPage({ params }: PageProps<"/tickets/[id]/edit">) {
  const { id } = await params;
  const user = await requireUser(`/tickets/${id}/edit`);
  const ticketId = parseId<"ticket">(id);
  const ticket = ticketId && (await findTicket(ticketId));
  if (!ticket || ticket.sellerId !== user.id) return nothingHere();
  return (
    <Page
      title="Edit ticket"
      width="narrow"
      eyebrow={
        <Link className="text-link" href={`/tickets/${id}`}>
          {ticket.event.title}
        </Link>
      }
    >
      <EditForm
        ticketId={ticket.id}
        version={ticket.version}
        category={ticket.event.category}
        blockedBy={ticket.sale !== "available" && <WhyNotForSale ticket={ticket} yours />}
        values={ticketFieldValues(ticket)}
      />
      <RefreshWhenFree tickets={[ticket]} />
    </Page>
  );
}
