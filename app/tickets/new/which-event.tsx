import type { Choice } from "#app/_form/form-state.ts";
import { anotherEvent } from "#kernel/another-event.ts";

/** Asks whether the event described is one of those it looks like. Sent unanswered, it is asked again. */
export function WhichEvent({ candidates }: { candidates: Choice[] }) {
  if (candidates.length === 0) return null;
  const asked = candidates.map(({ value }) => value).join(" ");
  return (
    <fieldset className="flex flex-col gap-2 border-y border-line py-4">
      <legend className="font-medium">Is it one of these?</legend>
      {candidates.map(({ value, label }) => (
        <Answer key={value} value={value}>
          It is this one: {label}
        </Answer>
      ))}
      <Answer value={anotherEvent}>It is another event, described below</Answer>
      <input type="hidden" name="asked" value={asked} />
    </fieldset>
  );
}

function Answer({ value, children }: { value: string; children: React.ReactNode }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 wrap-anywhere">
      <input type="radio" name="answer" value={value} className="size-5 shrink-0 accent-ink" />
      <span>{children}</span>
    </label>
  );
}
