import type { Metadata } from "next";
import { Page } from "#components/ui/page.tsx";
import { Written } from "#components/written.tsx";
import { UnusableLink } from "#app/_parts/unusable-link.tsx";
import { describePasswordReset } from "#lib/auth/account/reset-password.ts";
import { ResetPasswordForm } from "./reset-password-form.tsx";

export const metadata: Metadata = { title: "Set a new password", referrer: "same-origin" };

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const { token } = await searchParams;
  const link = await describePasswordReset(typeof token === "string" ? token : "");
  if ("refusal" in link) return <UnusableLink refusal={link.refusal} />;
  return (
    <Page
      title="Set a new password"
      width="narrow"
      lead={
        <>
          For the account of <Written>{link.email}</Written>. It is signed out everywhere when you
          save.
        </>
      }
    >
      <ResetPasswordForm token={link.token} email={link.email} />
    </Page>
  );
}
