import type { RunReport } from "../run-report.ts";
import type { DatabaseServer } from "../testbed/database-server.ts";

/** Two holds of one ticket never overlap: the next order is made when the one before has ended. */
export async function checkOwners({ sql }: DatabaseServer, { violate }: RunReport): Promise<void> {
  const overlapping = await sql`
    select one.id, other.id as other, one.ticket_id from orders one
    join orders other on other.ticket_id = one.ticket_id and other.id <> one.id
    where one.created_at <= other.created_at
      and other.created_at < coalesce(one.cancelled_at, 'infinity')`;
  for (const row of overlapping) violate("a ticket has one holder at a time", JSON.stringify(row));
}
