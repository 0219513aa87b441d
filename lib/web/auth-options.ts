import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { endSession } from "#lib/auth/sessions/sessions.ts";
import type { SignedIn } from "#lib/auth/sessions/begin-session.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { environment } from "#kernel/environment.ts";
import { parseId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { Refusal } from "#kernel/refusal.ts";
import { sessionLifeSeconds } from "#lib/auth/sessions/sessions.ts";
import { setDeviceCookie } from "./session.ts";
import { sessionCookie } from "./session-cookie.ts";
import { currentVisitor } from "./visitor.ts";

/** JSON may hold anything where a form holds text. */
const text = z.string().catch("");
const credentials = { email: text, password: text };

/** next-auth's own routes, over the same accounts, sessions and cookie as our forms. */
export function authOptions(): NextAuthOptions {
  return {
    secret: environment().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionLifeSeconds },
    cookies: {
      sessionToken: sessionCookie(),
      callbackUrl: ownCookie("next-auth.callback-url"),
      csrfToken: ownCookie("next-auth.csrf-token"),
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: {
          email: { label: "Email" },
          password: { label: "Password", type: "password" },
        },
        // Null for every failure, because a thrown message would end up in the address bar.
        authorize: async (given) => {
          const { email, password } = z.object(credentials).parse(given ?? {});
          return signIn({ email, password }, await currentVisitor()).then(asUser, reportAndDeny);
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.name } : token),
      session: ({ session }) => ({ expires: session.expires }), // pages read the session from the database
    },
    events: {
      signOut: async ({ token }) => {
        const sessionId = parseId<"session">(String(token?.["sid"]));
        if (sessionId) await endSession(sessionId);
      },
    },
  };
}

/** One of next-auth's own: by itself it would pin only some of them to this host. */
function ownCookie(name: string) {
  const secure = environment().APP_URL.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
  return { name: secure ? `__Host-${name}` : name, options };
}

/** next-auth hands this to the `jwt` callback above, which reads the session's id from `name`. */
async function asUser({ userId, sessionId, device }: SignedIn) {
  await setDeviceCookie(device);
  return { id: userId, name: sessionId };
}

function reportAndDeny(error: unknown): null {
  if (!(error instanceof Refusal)) report("error", "sign-in failed", { error });
  return null;
}
