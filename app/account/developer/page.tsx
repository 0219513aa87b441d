import type { Metadata } from "next";
import Link from "next/link";
import { Section } from "#app/account/section.tsx";
import { ProveForm } from "#app/account/sign-in/passkey-forms.tsx";
import { FileLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { hasFreshProof } from "#lib/auth/proof/fresh-proof.ts";
import { readWaysToProve } from "#lib/auth/proof/ways-to-prove.ts";
import { listAccessTokens } from "#lib/integrations/tokens/list-access-tokens.ts";
import { requireUser } from "#lib/web/session.ts";
import { proveForProgramsAction } from "./actions.ts";
import { AccessTokenList, MakeAccessTokenForm } from "./token-forms.tsx";

export const metadata: Metadata = { title: "For developers" };

export default async function DeveloperPage() {
  const user = await requireUser("/account/developer");
  const [tokens, ways, isProven] = await Promise.all([
    listAccessTokens(user.id),
    readWaysToProve(user.id),
    hasFreshProof(user),
  ]);
  return (
    <Page
      title="For developers"
      width="narrow"
      eyebrow={
        <Link className="text-link" href="/account">
          Your account
        </Link>
      }
      lead="For programs of yours that read your tickets and orders."
    >
      {isProven ? (
        <Notice tone="information">
          You have shown that it is you. For ten minutes you can let programs in.
        </Notice>
      ) : (
        <section className="flex flex-col gap-6">
          <p>To let a program in, show that it is you. That holds for ten minutes.</p>
          <ProveForm ways={ways} action={proveForProgramsAction} />
        </section>
      )}
      <Section title="Access tokens">
        <p className="text-soft">
          A program that shows one reads events, your tickets and your orders, and changes nothing.{" "}
          <FileLink href="/api/openapi.json" variant="link">
            What it can ask
          </FileLink>{" "}
          is described in OpenAPI 3.1.
        </p>
        <AccessTokenList tokens={tokens} />
        {isProven && <MakeAccessTokenForm />}
      </Section>
    </Page>
  );
}
