import { type NextRequest, NextResponse } from "next/server";
import type { TurnedAwayCode } from "#kernel/turned-away.ts";
import { databaseAnswers } from "#lib/operations/database-answers.ts";
import { contentSecurityPolicy } from "#lib/web/content-security-policy.ts";
import { isSameOrigin } from "#lib/web/is-same-origin.ts";
import { problemWithBody } from "#lib/web/problem-with-body.ts";
import { turnAway } from "#lib/web/turn-away.ts";

/**
 * Gives every page its security headers, with a fresh nonce for its scripts. Who may do what is decided by actions
 * and queries. What no page could answer in our own words is answered here already: a request from another site,
 * a body too long or cut short, an address that cannot be read, and anything at all while the database is away.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const problem = await problemWith(request);
  if (problem) return turnAway(request, problem);
  const { pathname } = request.nextUrl;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy); // where Next looks for the nonce
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

async function problemWith(request: NextRequest): Promise<TurnedAwayCode | null> {
  if (!isReadable(request.nextUrl.pathname)) return "no-such-address";
  if (request.method === "POST") {
    if (!isSameOrigin(request.headers)) return "sent-from-elsewhere";
    const problem = await problemWithBody(request);
    if (problem) return problem;
  }
  return (await databaseAnswers()) ? null : "database-away";
}

/** Next answers a path with half a character in it, such as `%ff`, with a bare 500. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export const config = {
  // Leaves out Stripe's webhooks and next-auth's routes, which have tokens of their own, and what is the same for everybody for ever.
  matcher: ["/((?!api/|posters/|_next/static|_next/image|icon.svg|favicon.ico).*)"],
};
