import postgres from "postgres";

/** How much one user has, which a refused input must leave as it was. Empty when there is no such user. */
export async function countRowsOf(email: string): Promise<Record<string, unknown>> {
  const sql = postgres(process.env["E2E_DATABASE_URL"] ?? "", { max: 1 });
  try {
    const [counts] = await sql<Record<string, unknown>[]>`
      select (select count(*)::int from tickets where user_id = users.id) tickets,
        (select count(*)::int from orders where user_id = users.id) orders,
        (select count(*)::int from charges join orders on orders.id = charges.order_id
          where orders.user_id = users.id) charges, name, version
      from users where email = ${email.toLowerCase()}`;
    return counts ?? {};
  } finally {
    await sql.end();
  }
}
