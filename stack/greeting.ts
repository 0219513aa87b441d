import { demoPassword, demoUsers } from "#stack/demo/demo-data.ts";
import type { Stack } from "./start-stack.ts";

/** What one needs to know after starting it: addresses, accounts, test cards. */
export function greeting({ appUrl, sandboxUrl, mail }: Stack, databaseUrl: string): string {
  const people = demoUsers.map(({ name, email }) => `    ${email.padEnd(24)} ${name}`);
  return `
  Rowlock is ready:  ${appUrl}

  Sign in as (password “${demoPassword}”)
${people.join("\n")}
${sandboxUrl ? testCards : ""}
  ${mail ? `Mail             ${mail.pageUrl}\n  ` : ""}${sandboxUrl ? `Stripe sandbox   ${sandboxUrl}\n  ` : ""}Postgres         ${databaseUrl}

  Ctrl-C stops all of it.
`;
}

const testCards = `
  Test cards (any later date, any code)
    4242 4242 4242 4242      pays
    4000 0000 0000 0002      is declined
    4000 0000 0000 9995      is declined: insufficient funds
    4000 0025 0000 3155      asks for 3-D Secure
`;
