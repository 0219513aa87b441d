import type { Metadata } from "next";
import Link from "next/link";
import { Section } from "#app/account/section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { listPasskeys } from "#lib/auth/passkeys/list-passkeys.ts";
import { relyingParty } from "#lib/auth/passkeys/relying-party.ts";
import { hasFreshProof } from "#lib/auth/proof/fresh-proof.ts";
import { readSecondFactor } from "#lib/auth/second-factor/read-second-factor.ts";
import { deviceName } from "#lib/auth/sessions/device-name.ts";
import { requireUser } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";
import { AddPasskeyForm, PasskeyList, ProveForm } from "./passkey-forms.tsx";
import { SecondFactorSection } from "./second-factor-section.tsx";

export const metadata: Metadata = { title: "How you sign in" };

export default async function SignInWaysPage() {
  const user = await requireUser("/account/sign-in");
  const [passkeys, factor, isProven, { userAgent }] = await Promise.all([
    listPasskeys(user.id),
    readSecondFactor(user.id),
    hasFreshProof(user),
    currentVisitor(),
  ]);
  const ways = { asksForCode: factor.state === "on", hasPasskeys: passkeys.length > 0 };
  return (
    <Page
      title="How you sign in"
      width="narrow"
      eyebrow={
        <Link className="text-link" href="/account">
          Your account
        </Link>
      }
      lead="A passkey or a code of an app keeps your account yours, also from whoever learns your password."
    >
      {user.role === "operator" && !user.isSignedInStrongly && <ForOperators />}
      {isProven ? (
        <Notice tone="information">
          You have shown that it is you. For ten minutes you can change what is below.
        </Notice>
      ) : (
        <section className="flex flex-col gap-6">
          <p>To change what is below, show that it is you. That holds for ten minutes.</p>
          <ProveForm ways={ways} />
        </section>
      )}
      <Section title="Passkeys">
        <p className="text-soft">
          Sign in with your finger, your face or the PIN of your device: nothing to remember, and
          nothing that a false page could ask you for.
        </p>
        <PasskeyList passkeys={passkeys} mayRemove={isProven} />
        {!relyingParty() && (
          <p className="text-soft">At this address, without https, browsers have no passkeys.</p>
        )}
        {relyingParty() && isProven && <AddPasskeyForm device={deviceName(userAgent)} />}
      </Section>
      <SecondFactorSection factor={factor} email={user.email} isProven={isProven} />
    </Page>
  );
}

function ForOperators() {
  return (
    <div className="mb-8">
      <Notice tone="held" title="Operators sign in with a passkey or a code">
        You signed in with a password alone. Set one of them up here, or sign in with the one you
        have, and what is for operators opens.
      </Notice>
    </div>
  );
}
