import NextAuth from "next-auth";
import { environment } from "#kernel/environment.ts";
import { authOptions } from "#lib/web/auth-options.ts";

async function answer(request: Request, context: { params: Promise<{ nextauth: string[] }> }) {
  process.env["NEXTAUTH_URL"] ??= environment().APP_URL; // the only way to tell next-auth its address
  return NextAuth(authOptions())(request, context);
}

export { answer as GET, answer as POST };
