import { environment } from "#kernel/environment.ts";
import { findEventBySlug } from "#lib/events/find-event.ts";
import { eventPath } from "../event-address.ts";
import { eventCalendar } from "./event-calendar.ts";
import { notThere } from "#lib/web/not-there.ts";

export const dynamic = "force-dynamic";

/** An event to be kept in a calendar, upcoming or not: a calendar that has it hears that it was called off. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const event = await findEventBySlug((await params).slug);
  if (!event) return notThere("There is no such event.");
  const url = new URL(eventPath(event), environment().APP_URL).href;
  return new Response(eventCalendar(event, url, event.at), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName(event.slug)}.ics"`,
      "Cache-Control": "no-store",
    },
  });
}

/** A slug is plain already; whatever else one may hold stays out of a header. */
function fileName(slug: string): string {
  return slug.replace(/[^\w-]/g, "-");
}
