import { generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { Section } from "#app/account/section.tsx";
import { Moment } from "#components/moment.tsx";
import type { SecondFactor } from "#lib/auth/second-factor/read-second-factor.ts";
import { setUpAddress } from "#lib/auth/second-factor/totp.ts";
import {
  BeginSetUpForm,
  ConfirmSetUpForm,
  KeepRecoveryCodesForm,
  MakeRecoveryCodesForm,
  StopSetUpForm,
  TurnOffForm,
} from "./second-factor-forms.tsx";

type SecondFactorSectionProps = { factor: SecondFactor; email: string; isProven: boolean };

/** An authenticator app: how it stands, and, for whoever has shown who they are, what can be changed. */
export function SecondFactorSection({ factor, email, isProven }: SecondFactorSectionProps) {
  return (
    <Section title="Authenticator app">
      <p className="text-soft">
        An app on your phone shows a code that changes every half minute. Signing in with your
        password asks for it too.
      </p>
      {factor.state === "on" ? (
        <On factor={factor} isProven={isProven} />
      ) : factor.state === "off" || !isProven ? (
        <>
          <p>It is off.</p>
          {isProven && <BeginSetUpForm />}
        </>
      ) : (
        <Beginning factor={factor} email={email} />
      )}
    </Section>
  );
}

type OnProps = { factor: SecondFactor & { state: "on" }; isProven: boolean };

function On({ factor: { since, codesLeft, codes }, isProven }: OnProps) {
  return (
    <>
      <p>
        It is on since <Moment at={since} format="receipt" />.{" "}
        {codesLeft === 1 ? "One recovery code is" : `${codesLeft} recovery codes are`} left.
      </p>
      {isProven && codes && (
        <>
          <RecoveryCodes codes={codes} />
          <KeepRecoveryCodesForm />
        </>
      )}
      {isProven && !codes && <MakeRecoveryCodesForm />}
      {isProven && <TurnOffForm />}
    </>
  );
}

type BeginningProps = { factor: SecondFactor & { state: "beginning" }; email: string };

function Beginning({ factor: { secret, codes }, email }: BeginningProps) {
  return (
    <ol className="flex list-decimal flex-col gap-8 pl-5">
      <li>
        <p>Scan this with an authenticator app, or type the key into it.</p>
        <QrCode text={setUpAddress(secret, email)} />
        <p className="mt-4 text-sm text-soft">Key</p>
        <p className="font-mono wrap-anywhere" data-totp-key={secret}>
          {secret.replace(/(.{4})(?=.)/g, "$1 ")}
        </p>
      </li>
      <li>
        <p className="mb-4">
          Write these recovery codes down, or keep them in a password manager. Each signs you in
          once, when you do not have your phone. They are shown only now.
        </p>
        <RecoveryCodes codes={codes} />
      </li>
      <li>
        <p className="mb-4">Type the code that the app shows.</p>
        <div className="flex flex-col gap-4">
          <ConfirmSetUpForm />
          <StopSetUpForm />
        </div>
      </li>
    </ol>
  );
}

/** Black on white in both themes: not every app reads the reverse. */
function QrCode({ text }: { text: string }) {
  const code = generate(text);
  const quiet = 4;
  const size = code.size + 2 * quiet;
  return (
    <svg
      viewBox={`${-quiet} ${-quiet} ${size} ${size}`}
      role="img"
      aria-label="QR code for an authenticator app; the key below says the same"
      className="mt-4 size-56"
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={size} height={size} fill="white" />
      <path d={toSvgPath(code)} fill="black" />
    </svg>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <ul
      aria-label="Recovery codes"
      className="grid grid-cols-2 gap-x-6 gap-y-2 border border-edge bg-sunk p-4 font-mono"
    >
      {codes.map((code) => (
        <li key={code} translate="no">
          {code}
        </li>
      ))}
    </ul>
  );
}
