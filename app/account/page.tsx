import type { Metadata } from "next";
import { Written } from "#components/written.tsx";
import { Page } from "#components/ui/page.tsx";
import { requireUser } from "#lib/web/session.ts";
import { NameForm, OtherSessionsForm } from "./account-forms.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { name, email } = await requireUser("/account");
  return (
    <Page title="Your account" width="narrow" lead={<Written>{email}</Written>}>
      <NameForm name={name} />
      <section className="mt-12 border-t border-line pt-8">
        <h2 className="mb-4 text-2xl">Other devices</h2>
        <OtherSessionsForm />
      </section>
    </Page>
  );
}
