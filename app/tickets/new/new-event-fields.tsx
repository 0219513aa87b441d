"use client";

import { useSyncExternalStore } from "react";
import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { categories, categoryNames } from "#kernel/categories.ts";

export type NewEventChoices = { countries: { code: string; name: string }[]; timeZones: string[] };

const names = ["event", "category", "venue", "city", "country", "timeZone", "startsAt"];

/** The others are filled in by the form itself. */
const typed = ["event", "venue", "city", "startsAt"];

type Props = NewEventChoices & { state: ShownFormState; wanted: boolean };

/** Describes an event that the list lacks. Folded until it is needed; without JavaScript it is opened by hand. */
export function NewEventFields({ state, wanted, countries, timeZones }: Props) {
  const here = useBrowserTimeZone(timeZones);
  const wrong = state.status === "refused" && names.some((name) => name in state.fields);
  const begun = state.status === "refused" && typed.some((name) => state.values[name]);
  return (
    <details className="border-y border-line py-4" open={wanted || wrong || begun}>
      <summary className="min-h-11 cursor-pointer py-2 font-medium">
        The event is not in the list
      </summary>
      <div className="mt-4 flex flex-col gap-6">
        <TextField
          label="Event name"
          hint="If we know an event of that name, we ask whether it is yours."
          maxLength={120}
          autoComplete="off"
          {...fieldOf(state, "event")}
        />
        <SelectField label="Category" {...fieldOf(state, "category", "concert")}>
          {categories.map((name) => (
            <option key={name} value={name}>
              {categoryNames[name]}
            </option>
          ))}
        </SelectField>
        <TextField label="Venue" maxLength={120} {...fieldOf(state, "venue")} />
        <div className="grid grid-cols-1 items-start gap-6 sm:grid-cols-2">
          <TextField label="City" maxLength={80} autoComplete="off" {...fieldOf(state, "city")} />
          <SelectField label="Country" {...fieldOf(state, "country", "NL")}>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField label="Starts" type="datetime-local" {...fieldOf(state, "startsAt")} />
          <SelectField label="Time zone" {...fieldOf(state, "timeZone", here)}>
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
    </details>
  );
}

const likely = "Europe/Amsterdam";
const neverChanges = () => () => {};

/** The browser's time zone, the likeliest one; the server, which cannot know it, renders Amsterdam's. */
function useBrowserTimeZone(known: string[]): string {
  const read = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const here = useSyncExternalStore(neverChanges, read, () => likely);
  return known.includes(here) ? here : likely;
}
