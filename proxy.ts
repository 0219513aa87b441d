import { type NextRequest, NextResponse } from "next/server";
import { maximumBytesOf, tooLarge } from "#lib/web/body-limits.ts";
import { contentSecurityPolicy } from "#lib/web/content-security-policy.ts";
import { isSameOrigin } from "#lib/web/is-same-origin.ts";

/**
 * Gives every page its security headers, with a fresh nonce for its scripts. Who may do what is decided by actions
 * and queries; a request from another site or of too many bytes is answered here already, in plain words.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method === "POST" && !isSameOrigin(request.headers)) {
    return new NextResponse("This was not sent from a page of ours.", { status: 403 });
  }
  const { pathname } = request.nextUrl;
  // Where the server is ours, lib/web/admit-requests.ts has counted the bytes already.
  if (Number(request.headers.get("content-length") ?? 0) > maximumBytesOf(pathname)) {
    return new NextResponse(tooLarge, { status: 413 });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy); // where Next looks for the nonce
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Leaves out Stripe's webhooks and next-auth's routes, which have tokens of their own, and files.
  matcher: ["/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)"],
};
