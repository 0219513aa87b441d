import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { findSession, sessionLifeSeconds } from "#lib/auth/sessions/sessions.ts";
import { environment } from "#kernel/environment.ts";
import { parseId, type SessionId, type UserId } from "#kernel/ids.ts";
import { deviceCookie } from "./device-cookie.ts";
import { sessionCookie } from "./session-cookie.ts";

export type CurrentUser = {
  id: UserId;
  sessionId: SessionId;
  name: string;
  email: string;
  role: string;
  /** Whether their email address was shown to be theirs. */
  isVerified: boolean;
  /** Whether they signed in with a passkey or a code, and not with a password alone. */
  isSignedInStrongly: boolean;
};

/** The signed-in user, or null. Read from the database for every request, so that signing out takes effect at once. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const sessionId = await cookieSessionId();
  const session = sessionId && (await findSession(sessionId));
  if (!session) return null;
  const { userId: id, name, email, role, emailVerifiedAt, signedInBy } = session;
  const [isVerified, isSignedInStrongly] = [emailVerifiedAt !== null, signedInBy !== "password"];
  return { id, sessionId, name, email, role, isVerified, isSignedInStrongly };
});

/** The session that the browser's cookie names, live or not. */
export async function cookieSessionId(): Promise<SessionId | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? readToken(token) : null;
}

/** For pages that need a user: sends a visitor to sign in, and back to `path` afterwards. */
export async function requireUser(path: string): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/**
 * For pages that are for operators: to others there is no such page, and an operator who signed in with a password alone
 * is led to where they set up a passkey or a code.
 */
export async function requireOperator(path: string): Promise<CurrentUser> {
  const user = await requireUser(path);
  if (user.role !== "operator") return notFound();
  return user.isSignedInStrongly ? user : redirect("/account/sign-in");
}

type SignedIn = { userId: UserId; sessionId: SessionId; device: string };

/** Signs the browser in, and lets it be recognised as one that has signed in here before. */
export async function setSessionCookie({ userId, sessionId, device }: SignedIn): Promise<void> {
  const token = await encode({
    token: { sub: userId, sid: sessionId },
    secret: environment().AUTH_SECRET,
    maxAge: sessionLifeSeconds,
  });
  await setDeviceCookie(device);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, options);
}

export async function setDeviceCookie(device: string): Promise<void> {
  const { name, options } = deviceCookie();
  (await cookies()).set(name, device, options);
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

async function readToken(token: string): Promise<SessionId | null> {
  try {
    const claims = await decode({ token, secret: environment().AUTH_SECRET });
    return typeof claims?.["sid"] === "string" ? parseId<"session">(claims["sid"]) : null;
  } catch {
    return null; // forged, or made with another secret
  }
}
