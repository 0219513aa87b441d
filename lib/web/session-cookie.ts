import { environment } from "#kernel/environment.ts";
import { sessionLifeSeconds } from "#lib/auth/sessions.ts";

/**
 * One cookie, whoever sets it: our own actions, or next-auth's routes. `__Host-` pins it to this host over
 * https; Lax, because Stripe sends people back to us with a link.
 */
export function sessionCookie() {
  const secure = environment().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-rowlock-session" : "rowlock-session",
    options: {
      httpOnly: true,
      sameSite: "lax" as const,
      path: "/",
      secure,
      maxAge: sessionLifeSeconds,
    },
  };
}
