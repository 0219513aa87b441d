import type { Choice } from "#app/_form/form-state.ts";
import { anotherEvent } from "#kernel/another-event.ts";

type WhichEventProps = {
  candidates: Choice[];
  /** What was answered before, if something else was wrong. */
  answer: string | undefined;
};

/** Asks whether the event described is one of those it looks like. Sent unanswered, it is asked again. */
export function WhichEvent({ candidates, answer }: WhichEventProps) {
  if (candidates.length === 0) return null;
  const asked = candidates.map(({ value }) => value).join(" ");
  return (
    <fieldset className="flex flex-col gap-2 border-y border-line py-4">
      <legend className="font-medium">Is it one of these?</legend>
      {candidates.map(({ value, label }) => (
        <Answer key={value} value={value} answer={answer}>
          It is this one: {label}
        </Answer>
      ))}
      <Answer value={anotherEvent} answer={answer}>
        It is another event, described below
      </Answer>
      <input type="hidden" name="asked" value={asked} />
    </fieldset>
  );
}

type AnswerProps = { value: string; answer: string | undefined; children: React.ReactNode };

function Answer({ value, answer, children }: AnswerProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 wrap-anywhere">
      <input
        type="radio"
        name="answer"
        value={value}
        defaultChecked={value === answer}
        className="size-5 shrink-0 accent-ink"
      />
      <span>{children}</span>
    </label>
  );
}
