"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction, FormState } from "#lib/web/form-state.ts";

type FormProps = {
  action: FormAction;
  /** The fields, given what the form knows: what was typed, and what is wrong with it. */
  children: (state: FormState) => ReactNode;
  /** A next step to offer with a refusal. */
  onRefused?: (state: FormState & { status: "refused" }) => ReactNode;
  onDone?: ReactNode;
  className?: string;
};

/** A form that says what was refused and keeps what was typed, with JavaScript and without. */
export function Form({ action, children, onRefused, onDone, className }: FormProps) {
  const [state, send] = useActionState(action, { status: "new" });
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "refused") news.current?.focus();
  }, [state]);
  return (
    <form action={send} noValidate className={className ?? "flex flex-col gap-6"}>
      <div ref={news} tabIndex={-1} className="empty:hidden focus:outline-none">
        {state.status === "refused" && (
          <Notice tone="refusal" action={onRefused?.(state)}>
            <span data-refusal-code={state.code}>{state.message}</span>
          </Notice>
        )}
        {state.status === "done" && onDone && <Notice tone="success">{onDone}</Notice>}
      </div>
      {children(state)}
    </form>
  );
}

/** For a field: what was typed before the refusal, or `initially`; and what is wrong with it. */
export function fieldOf(state: FormState, name: string, initially = "") {
  if (state.status !== "refused") return { name, defaultValue: initially };
  return { name, defaultValue: state.values[name] ?? initially, error: state.fields[name] };
}
