"use client";

import { type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import { keepForm, takeKeptForm, textsOf, wasKept } from "./kept-form.ts";
import { whyUnanswered } from "./unanswered.ts";
import { SentenceWithMoment } from "#components/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { turnedAwayText, type TurnedAwayCode } from "#kernel/turned-away.ts";
import type { FormAction, FormState } from "./form-state.ts";

type Refused = FormState & { status: "refused" };
type Unanswered = Omit<Refused, "code"> & { code: "outdated" | "offline" | TurnedAwayCode };

/** What a form knows after it was sent, answered or not. */
export type ShownFormState = FormState | Unanswered;

type FormProps = {
  action: FormAction;
  /** The fields, given what the form knows: what was typed, and what is wrong with it. */
  children: (state: ShownFormState) => ReactNode;
  onDone?: ReactNode;
  className?: string;
};

/** A form that says what was refused and keeps what was typed, with JavaScript and without. */
export function Form({ action, children, onDone, className }: FormProps) {
  const [state, send] = useActionState<ShownFormState, FormData>(
    // Rendered on the server with the action itself, the form works without JavaScript.
    typeof window === "undefined" ? (action as Sending) : patiently(action), // an action ignores the state before
    { status: "new" },
  );
  const form = useRef<HTMLFormElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const kept = form.current && takeKeptForm(form.current);
    if (kept) startTransition(() => send(kept));
  }, [send]);
  useEffect(() => {
    if (state.status === "refused") answer.current?.focus();
  }, [state]);
  return (
    <form ref={form} action={send} noValidate className={className ?? "flex flex-col gap-6"}>
      <div ref={answer} tabIndex={-1} className="empty:hidden focus:outline-none">
        {state.status === "refused" && (
          <Notice tone={state.tone}>
            <span data-refusal-code={state.code}>
              <SentenceWithMoment sentence={state.message} at={state.until} />
            </span>
          </Notice>
        )}
        {state.status === "done" && onDone && <Notice tone="information">{onDone}</Notice>}
      </div>
      {children(state)}
    </form>
  );
}

type Sending = (before: ShownFormState, form: FormData) => Promise<ShownFormState>;

const sentences: Record<"outdated" | "offline", string> = {
  outdated:
    "Rowlock was updated while you had this page open, so nothing was sent. The page is new now and nothing is lost: look it over, then press the button again.",
  offline:
    "There is no connection. Nothing you typed is lost: check your connection, then press the button again.",
};

/** Sends the form; when no answer comes, keeps what was typed and says what to do. */
function patiently(action: FormAction): Sending {
  return async (_before, form) => {
    if (wasKept(form)) return unanswered("outdated", form);
    try {
      return await action({ status: "new" }, form);
    } catch (error) {
      const why = whyUnanswered(error);
      if (!why) throw error;
      if (why !== "outdated") return unanswered(why, form);
      keepForm(form);
      window.location.reload();
      return new Promise(() => {}); // the page is about to change
    }
  };
}

function unanswered(code: Unanswered["code"], form: FormData): Unanswered {
  const values = Object.fromEntries(textsOf(form));
  const message =
    code === "outdated" || code === "offline" ? sentences[code] : turnedAwayText(code);
  return {
    status: "refused",
    code,
    tone: "refusal",
    message,
    fields: {},
    choices: [],
    values,
  };
}

/** For a field: what was typed before the refusal, or `initially`; and what is wrong with it. */
export function fieldOf(state: ShownFormState, name: string, initially = "") {
  if (state.status !== "refused") return { name, defaultValue: initially };
  return { name, defaultValue: state.values[name] ?? initially, error: state.fields[name] };
}
