"use client";

import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonVariant } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { askPasskey, NoPasskey, type Occasion, offerPasskeys } from "./ask-passkey.ts";

type PasskeyButtonProps = {
  occasion: Occasion;
  children: string;
  variant?: ButtonVariant;
  wide?: boolean;
  /** What stands above it, where there are passkeys: a field that belongs to it. */
  above?: ReactNode;
};

const never = () => () => {};

/**
 * Asks a passkey and sends the form it stands in with what that answered. Where the browser has no passkeys there is
 * no button. Of a form to sign in, the browser also offers passkeys where an email address is typed.
 */
export function PasskeyButton({ occasion, children, above, ...look }: PasskeyButtonProps) {
  const hasPasskeys = useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
  const answer = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const [asking, setAsking] = useState(false);
  const { pending } = useFormStatus();

  useEffect(
    () =>
      occasion === "sign-in" && hasPasskeys
        ? offerPasskeys((given) => sendWith(answer.current, given))
        : undefined,
    [occasion, hasPasskeys],
  );
  const press = async () => {
    if (asking || pending) return;
    setAsking(true);
    setProblem("");
    try {
      sendWith(answer.current, await askPasskey(occasion));
    } catch (error) {
      if (!(error instanceof NoPasskey)) throw error;
      setProblem(error.message);
    } finally {
      setAsking(false);
    }
  };

  if (!hasPasskeys) return null;
  return (
    <>
      {above}
      <input ref={answer} type="hidden" name="passkey" />
      {problem && <Notice tone="refusal">{problem}</Notice>}
      <Button
        {...look}
        pending={asking || pending}
        pendingLabel="Asking your device…"
        onClick={() => void press()}
      >
        {children}
      </Button>
    </>
  );
}

function sendWith(field: HTMLInputElement | null, answer: string): void {
  if (!field) return;
  field.value = answer;
  field.form?.requestSubmit();
}
