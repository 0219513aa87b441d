import { environment } from "#kernel/environment.ts";
import { sessionLifeSeconds } from "#lib/auth/sessions/sessions.ts";

/** How the name ends, whatever stands before it. */
export const plainSessionCookie = "rowlock-session";

/**
 * The session cookie, the same from our actions and from next-auth's routes. `__Host-` pins it to this host over
 * https; Lax lets it through when Stripe sends people back with a link.
 */
export function sessionCookie() {
  const secure = environment().APP_URL.startsWith("https:");
  return {
    name: secure ? `__Host-${plainSessionCookie}` : plainSessionCookie,
    options: {
      httpOnly: true,
      sameSite: "lax" as const,
      path: "/",
      secure,
      maxAge: sessionLifeSeconds,
    },
  };
}
