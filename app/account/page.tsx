import type { Metadata } from "next";
import { ButtonLink, FileLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { Written } from "#components/written.tsx";
import { readWaysToProve } from "#lib/auth/proof/ways-to-prove.ts";
import { listSessions } from "#lib/auth/sessions/sessions.ts";
import { type CurrentUser, requireUser } from "#lib/web/session.ts";
import {
  CloseAccountForm,
  EmailForm,
  NameForm,
  PasswordForm,
  VerifyEmailForm,
} from "./account-forms.tsx";
import { deviceName } from "#lib/auth/sessions/device-name.ts";
import { Section } from "./section.tsx";
import { SessionList } from "./session-list.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const user = await requireUser("/account");
  const ways = await readWaysToProve(user.id);
  return (
    <Page title="Your account" width="narrow" lead={<Written>{user.email}</Written>}>
      {!user.isVerified && <Unverified />}
      <NameForm name={user.name} />
      <Section title="Email">
        <EmailForm ways={ways} />
      </Section>
      <Section title="Password" id="password">
        <PasswordForm email={user.email} ways={ways} />
      </Section>
      <Section title="Passkeys and codes">
        <p className="text-soft">
          Sign in without a password, or let it ask for a code too: either keeps out whoever learns
          your password.
        </p>
        <div>
          <ButtonLink href="/account/sign-in" variant="quiet">
            How you sign in
          </ButtonLink>
        </div>
      </Section>
      <Section title="Programs of yours">
        <p className="text-soft">Access tokens for programs that read your tickets and orders.</p>
        <div>
          <ButtonLink href="/account/developer" variant="quiet">
            For developers
          </ButtonLink>
        </div>
      </Section>
      <Section title="Where you are signed in">
        <Sessions user={user} />
      </Section>
      <Section title="Your data">
        <p className="text-soft">
          Everything we keep about you: your account, where you are signed in, what you offered and
          what you bought. As JSON, which programs read.
        </p>
        <div>
          <FileLink href="/account/data" variant="quiet">
            Download my data
          </FileLink>
        </div>
      </Section>
      <Section title="Close your account">
        <p className="text-soft">
          First withdraw what you offer, and pay or cancel what you began to buy. Orders stay in the
          books without your name.
        </p>
        <CloseAccountForm ways={ways} />
      </Section>
    </Page>
  );
}

function Unverified() {
  return (
    <div className="mb-8 flex flex-col gap-4">
      <Notice tone="information" title="Is this address yours?">
        Before you buy or sell, confirm it: we send you a link and a code.
      </Notice>
      <VerifyEmailForm />
    </div>
  );
}

async function Sessions({ user }: { user: CurrentUser }) {
  const sessions = (await listSessions(user.id)).map(({ id, userAgent, lastSeenAt }) => ({
    id,
    device: deviceName(userAgent),
    lastSeenAt,
    isThisOne: id === user.sessionId,
  }));
  const thisOneFirst = sessions.toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
  return <SessionList sessions={thisOneFirst} />;
}
