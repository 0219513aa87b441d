import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "#components/ui/page.tsx";
import { returnPath } from "#kernel/return-path.ts";
import { SignUpForm } from "./sign-up-form.tsx";

export const metadata: Metadata = { title: "Create account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next } = await searchParams;
  const path = returnPath(typeof next === "string" ? next : undefined);
  return (
    <Page title="Create your account" width="narrow" lead="One account buys and sells.">
      <SignUpForm next={path} />
      <p className="mt-8 text-soft">
        Have one already?{" "}
        <Link className="text-link" href={`/sign-in?next=${encodeURIComponent(path)}`}>
          Sign in
        </Link>
      </p>
    </Page>
  );
}
