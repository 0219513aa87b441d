import type { Metadata } from "next";
import { Page } from "#components/ui/page.tsx";
import { Written } from "#components/written.tsx";
import { UnusableLink } from "#app/_parts/unusable-link.tsx";
import { describeUndo } from "#lib/auth/account/undo-email-change.ts";
import { UndoForm } from "./undo-form.tsx";

export const metadata: Metadata = { title: "Take your address back", referrer: "same-origin" };

export default async function UndoEmailChangePage({
  searchParams,
}: PageProps<"/undo-email-change">) {
  const { token } = await searchParams;
  const link = await describeUndo(typeof token === "string" ? token : "");
  if ("refusal" in link) return <UnusableLink refusal={link.refusal} />;
  return (
    <Page
      title="Take your address back"
      width="narrow"
      lead={
        <>
          Your account belongs to <Written>{link.email}</Written> again. Everybody is signed out of
          it, and we send you a link to set a new password.
        </>
      }
    >
      <UndoForm token={link.token} />
    </Page>
  );
}
