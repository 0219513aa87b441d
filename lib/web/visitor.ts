import { cookies, headers } from "next/headers";
import { readDevice, type Visitor } from "#lib/auth/sessions/visitor.ts";
import { environment } from "#kernel/environment.ts";
import { clientAddress } from "./client-address.ts";
import { deviceCookie } from "./device-cookie.ts";
import { currentPeer } from "./current-request.ts";
import { cookieSessionId } from "./session.ts";

/** Who sent the current request, as far as that can be known of somebody who has not signed in. */
export async function currentVisitor(): Promise<Visitor> {
  const [given, sent] = await Promise.all([headers(), cookies()]);
  return {
    address: clientAddress({
      peer: currentPeer(),
      forwardedFor: given.get("x-forwarded-for"),
      trustedProxies: environment().TRUSTED_PROXIES,
    }),
    userAgent: given.get("user-agent"),
    device: readDevice(sent.get(deviceCookie().name)?.value),
    sessionId: await cookieSessionId(),
  };
}
