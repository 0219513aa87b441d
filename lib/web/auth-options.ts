import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { endSession } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { environment } from "#kernel/environment.ts";
import { parseId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { Refusal } from "#kernel/refusal.ts";
import { sessionLifeSeconds } from "#lib/auth/sessions.ts";
import { sessionCookie } from "./session-cookie.ts";
import { addressOf } from "./visitor.ts";

/** next-auth's own routes, over the same accounts, sessions and cookie as our forms. */
export function authOptions(): NextAuthOptions {
  return {
    secret: environment().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionLifeSeconds },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: {
          email: { label: "Email" },
          password: { label: "Password", type: "password" },
        },
        // Null for every failure, because a thrown message would end up in the address bar.
        authorize: async (given, { headers = {} }) => {
          const { email = "", password = "" } = given ?? {};
          const visitor = {
            address: addressOf(new Headers(headers)),
            userAgent: headers["user-agent"] ?? null,
          };
          return signIn({ email, password }, visitor).then(asUser, reportAndDeny);
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

/** next-auth hands this to the `jwt` callback above, which reads the session's id from `name`. */
function asUser({ userId, sessionId }: { userId: string; sessionId: string }) {
  return { id: userId, name: sessionId };
}

function reportAndDeny(error: unknown): null {
  if (!(error instanceof Refusal)) report("error", "sign-in failed", { error });
  return null;
}
