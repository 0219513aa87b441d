import postgres from "postgres";

/**
 * Makes sure that the database `url` names exists. Resolves to whether it was made just now. Its collation is chosen
 * as that of the embedded Postgres is, not inherited, where the server can: Postgres 17 brought the provider.
 */
export async function createDatabase(url: string): Promise<boolean> {
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = "/postgres";
  const client = postgres(server.href, { max: 1, onnotice: () => {} });
  try {
    const [found] = await client`select 1 from pg_database where datname = ${name}`;
    if (!found)
      await client`create database ${client(name)} template template0 ${client.unsafe(await localeOf(client))}`;
    return !found;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function localeOf(client: postgres.Sql): Promise<string> {
  const [server] = await client<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`;
  const encoding = "encoding 'UTF8' locale 'C'";
  const knowsLetters = (server?.version ?? 0) >= 170_000;
  return knowsLetters ? `${encoding} locale_provider builtin builtin_locale 'C.UTF-8'` : encoding;
}
