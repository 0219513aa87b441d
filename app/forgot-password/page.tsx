import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "#components/ui/page.tsx";
import { ForgotPasswordForm } from "./forgot-password-form.tsx";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPasswordPage() {
  return (
    <Page
      title="Forgot your password?"
      width="narrow"
      lead="We send you a link with which you set a new one."
    >
      <ForgotPasswordForm />
      <p className="mt-8 text-soft">
        Remembered it?{" "}
        <Link className="text-link" href="/sign-in">
          Sign in
        </Link>
      </p>
    </Page>
  );
}
