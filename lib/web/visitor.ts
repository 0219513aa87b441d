import { headers } from "next/headers";
import type { Visitor } from "#lib/auth/sign-in.ts";

/** The address a request came from, as the proxy in front says. Without a proxy every request is from "local". */
export function addressOf(given: Headers): string {
  return given.get("x-real-ip") ?? given.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "local";
}

export async function currentVisitor(): Promise<Visitor> {
  const given = await headers();
  return { address: addressOf(given), userAgent: given.get("user-agent") };
}
