import postgres from "postgres";

/** Makes sure that the database `url` names exists. Resolves to whether it was made just now. */
export async function createDatabase(url: string): Promise<boolean> {
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = "/postgres";
  const client = postgres(server.href, { max: 1, onnotice: () => {} });
  try {
    const [found] = await client`select 1 from pg_database where datname = ${name}`;
    if (!found) await client`create database ${client(name)}`;
    return !found;
  } finally {
    await client.end({ timeout: 5 });
  }
}
