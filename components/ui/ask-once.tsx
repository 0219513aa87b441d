"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonVariant } from "./button.tsx";
import { SubmitButton } from "./submit-button.tsx";

type AskOnceProps = {
  /** What the first press asks about, such as "Withdraw". */
  label: string;
  variant?: ButtonVariant;
  question: string;
  /** What the answer yes does. */
  children: ReactNode;
  yes: string;
  pendingLabel: string;
  no: string;
};

/**
 * For what cannot be taken back: a button that asks, and sends its form only when the answer is yes. A popover of the
 * browser's own, so it opens and closes without JavaScript too, and Escape closes it.
 */
export function AskOnce(props: AskOnceProps) {
  const { label, variant = "danger", question, children, yes, pendingLabel, no } = props;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  useCloseWhenAnswered(panel);
  // Opening moves the focus here at once: a key that is held too long presses the first button no second time. React
  // leaves this attribute out.
  useEffect(() => panel.current?.setAttribute("autofocus", ""), []);
  return (
    <>
      <Button variant={variant} popoverTarget={id} aria-haspopup="dialog">
        {label}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-question`}
        tabIndex={-1}
        // The second click of a double click would otherwise answer, where the panel opens under the pointer.
        onClickCapture={(click) => click.detail > 1 && click.preventDefault()}
        className="m-auto w-[min(26rem,calc(100vw-2rem))] border border-edge bg-card p-6 text-ink backdrop:bg-black/40"
      >
        <p id={`${id}-question`} className="font-display text-xl font-bold">
          {question}
        </p>
        <p className="mt-2">{children}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <SubmitButton variant="danger" pendingLabel={pendingLabel}>
            {yes}
          </SubmitButton>
          <Button variant="quiet" popoverTarget={id} popoverTargetAction="hide">
            {no}
          </Button>
        </div>
      </div>
    </>
  );
}

/** The answer to what was sent stands in the form, which the panel would cover. */
function useCloseWhenAnswered(panel: { current: HTMLDivElement | null }) {
  const { pending } = useFormStatus();
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !pending) panel.current?.hidePopover();
    wasPending.current = pending;
  }, [pending, panel]);
}
