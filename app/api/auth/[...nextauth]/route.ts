import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { z } from "zod";
import { environment } from "#kernel/environment.ts";
import { authOptions } from "#lib/web/auth-options.ts";
import { tooLarge } from "#lib/web/body-limits.ts";
import { readLimited } from "#lib/web/read-limited.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  process.env["NEXTAUTH_URL"] ??= environment().APP_URL; // the only way to tell next-auth its address
  const response: Response = await NextAuth(authOptions())(request, context);
  response.headers.set("Cache-Control", "private, no-store"); // each depends on who asks, also what it refuses
  return response;
}

/** next-auth reads whole bodies, and takes JSON for granted: it gets those that are short and can be read. */
async function answerBounded(request: NextRequest, context: Context) {
  const { url, method, headers } = request;
  const text = await readLimited(request);
  if (text === null) return new Response(tooLarge, { status: 413 });
  const isJson = headers.get("content-type")?.includes("application/json");
  if (isJson && !isJsonObject(text))
    return new Response("That is no object in JSON.", { status: 400 });
  return answer(new NextRequest(url, { method, headers, body: text }), context);
}

function isJsonObject(text: string): boolean {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

export { answer as GET, answerBounded as POST };
