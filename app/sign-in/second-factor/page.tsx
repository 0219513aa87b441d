import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Page } from "#components/ui/page.tsx";
import { returnPath } from "#kernel/return-path.ts";
import { awaitsCode } from "#lib/auth/pass-second-factor.ts";
import { currentVisitor } from "#lib/web/visitor.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";

export const metadata: Metadata = { title: "Type your code" };

/** For whoever has just typed the right password of an account that asks for a code too. */
export default async function SecondFactorPage({
  searchParams,
}: PageProps<"/sign-in/second-factor">) {
  const { next } = await searchParams;
  const path = returnPath(typeof next === "string" ? next : undefined);
  const signIn = `/sign-in?next=${encodeURIComponent(path)}`;
  if (!(await awaitsCode(await currentVisitor()))) redirect(signIn);
  return (
    <Page
      title="Type your code"
      width="narrow"
      lead="Your password was right. This account asks for a code too."
    >
      <SecondFactorForm next={path} />
      <p className="mt-8 text-soft">
        You have a passkey, or another account?{" "}
        <Link className="text-link" href={signIn}>
          Sign in another way
        </Link>
      </p>
    </Page>
  );
}
