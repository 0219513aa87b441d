import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "#components/ui/page.tsx";
import { returnPath } from "#kernel/return-path.ts";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const path = returnPath(typeof next === "string" ? next : undefined);
  return (
    <Page title="Sign in" width="narrow">
      <SignInForm next={path} />
      <p className="mt-8 text-soft">
        New here?{" "}
        <Link className="text-link" href={`/sign-up?next=${encodeURIComponent(path)}`}>
          Create an account
        </Link>
      </p>
    </Page>
  );
}
