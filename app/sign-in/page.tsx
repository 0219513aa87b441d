import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { returnPath } from "#kernel/return-path.ts";
import { relyingParty } from "#lib/auth/passkeys/relying-party.ts";
import { PasskeyForm, SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

/** What somebody has just done, when it leads here. */
const changes: Record<string, string> = {
  password: "Your new password is set. Sign in with it.",
  back: "Your address is yours again, and everybody is signed out. We have sent you a link to set a new password.",
  closed: "Your account is closed, and what said who you were is erased.",
};

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, changed } = await searchParams;
  const path = returnPath(typeof next === "string" ? next : undefined);
  return (
    <Page title="Sign in" width="narrow">
      {typeof changed === "string" && Object.hasOwn(changes, changed) && (
        <div className="mb-6">
          <Notice tone="information">{changes[changed]}</Notice>
        </div>
      )}
      <SignInForm next={path} />
      {relyingParty() && <PasskeyForm next={path} />}
      <p className="mt-6">
        <Link className="text-link" href="/forgot-password">
          Forgot your password?
        </Link>
      </p>
      <p className="mt-8 text-soft">
        New here?{" "}
        <Link className="text-link" href={`/sign-up?next=${encodeURIComponent(path)}`}>
          Create an account
        </Link>
      </p>
    </Page>
  );
}
