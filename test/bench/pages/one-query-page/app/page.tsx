import postgres from "postgres";

export const dynamic = "force-dynamic";

const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 2 });

/** As little as a page of the framework with a query can be: what the app's own pages are measured beside. */
export default async function Page() {
  const [event] = await sql`select title from events order by starts_at limit 1`;
  return <h1>{event?.["title"]}</h1>;
}
