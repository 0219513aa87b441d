import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button.tsx";
import { Page } from "#components/ui/page.tsx";
import { Written } from "#components/written.tsx";
import { UnusableLink } from "#app/_parts/unusable-link.tsx";
import { idSchema } from "#kernel/ids.ts";
import { returnPath } from "#kernel/return-path.ts";
import { findAsked } from "#lib/auth/account/ask-again.ts";
import { describeLink } from "#lib/auth/account/confirm-email.ts";
import { currentVisitor } from "#lib/web/visitor.ts";
import { AskAgainForm, CodeForm, LinkForm } from "./forms.tsx";

export const metadata: Metadata = { title: "Confirm your email", referrer: "same-origin" };

/** Where a link in an email leads (`token`), and where its code is typed (`asked`). */
export default async function VerifyEmailPage({ searchParams }: PageProps<"/verify-email">) {
  const { token, asked, next } = await searchParams;
  if (typeof token === "string") return <LinkPage token={token} />;
  const path = returnPath(typeof next === "string" ? next : undefined);
  return <CodePage asked={typeof asked === "string" ? asked : ""} next={path} />;
}

async function LinkPage({ token }: { token: string }) {
  const { device } = await currentVisitor();
  const link = await describeLink(token, device);
  if ("refusal" in link) return <UnusableLink refusal={link.refusal} />;
  return (
    <Page
      title="Confirm your email"
      width="narrow"
      lead={
        <>
          <Written>{link.email}</Written>:{" "}
          {link.purpose === "open-account"
            ? "press the button, and your account is open. If you did not ask for one, close this page."
            : "press the button, and it belongs to your account. If you did not ask for this, close this page."}
        </>
      }
    >
      <LinkForm token={token} asksForPassword={link.asksForPassword} />
    </Page>
  );
}

async function CodePage({ asked, next }: { asked: string; next: string }) {
  const { device } = await currentVisitor();
  const id = idSchema<"confirmation">().safeParse(asked).data;
  const here = id && (await findAsked(id, device));
  if (!here) return <UnusableLink refusal={{ code: "code-elsewhere", details: {} }} />;
  return (
    <Page
      title="Check your email"
      width="narrow"
      lead={
        <>
          We have sent a message to <Written>{here.email}</Written>. Open the link in it, or type
          its code here.
        </>
      }
    >
      <CodeForm asked={here.id} next={next} />
      <section className="mt-12 flex flex-col items-start gap-4 border-t border-line pt-8">
        <h2 className="text-2xl">Nothing there?</h2>
        <p className="text-soft">
          It takes a moment at most. Look among the unwanted messages, and whether the address is
          right.
        </p>
        <div className="flex flex-wrap gap-4">
          <AskAgainForm asked={here.id} next={next} />
          {here.purpose === "open-account" && (
            <ButtonLink variant="link" href={`/sign-up?next=${encodeURIComponent(next)}`}>
              Use another address
            </ButtonLink>
          )}
        </div>
      </section>
    </Page>
  );
}
