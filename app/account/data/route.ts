import { exportAccount } from "#lib/auth/account/export-account.ts";
import { currentUser } from "#lib/web/session.ts";

/** What we keep about whoever is signed in, as a file. */
export async function GET(): Promise<Response> {
  const user = await currentUser();
  if (!user) {
    const headers = { Location: "/sign-in?next=/account", ...notKept };
    return new Response(null, { status: 303, headers });
  }
  const kept = await exportAccount(user.id);
  return new Response(JSON.stringify(kept, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="rowlock-account.json"',
      ...notKept,
    },
  });
}

const notKept = { "Cache-Control": "no-store" };
