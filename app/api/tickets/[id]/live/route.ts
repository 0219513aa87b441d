import { answerFollower, notFound } from "#app/_market-news/answer-follower.ts";
import { readTicketNews } from "#app/_market-news/ticket-news.ts";
import { parseId } from "#kernel/ids.ts";

export const dynamic = "force-dynamic";

/** News of one ticket (`TicketNews`). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const id = parseId<"ticket">((await params).id);
  if (!id) return notFound();
  const read = async () => (await readTicketNews([id])).get(id);
  if (!(await read())) return notFound();
  return answerFollower(request, { kind: "ticket", ids: [id], read });
}
