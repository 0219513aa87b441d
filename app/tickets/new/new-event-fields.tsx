"use client";

import { useState } from "react";
import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import { categories, categoryNames } from "#kernel/categories.ts";
import { timeZoneOfPlace } from "#kernel/time-zones.ts";

export type NewEventChoices = {
  countries: { code: string; name: string; timeZones: string[] }[];
  timeZones: readonly string[];
  /** The last day on which an event may start, in words. */
  lastDay: string;
};

const names = ["event", "category", "venue", "city", "country", "timeZone", "startsAt"];

/** The others are filled in by the form itself. */
const typed = ["event", "venue", "city", "startsAt"];

type Props = NewEventChoices & { state: ShownFormState; wanted: boolean };

/** Describes an event that the list lacks. Folded for a seller who came from an event. */
export function NewEventFields({ state, wanted, countries, timeZones, lastDay }: Props) {
  const wrong = state.status === "refused" && names.some((name) => name in state.fields);
  const begun = state.status === "refused" && typed.some((name) => state.values[name]);
  const city = fieldOf(state, "city");
  const country = fieldOf(state, "country", "NL");
  const [place, setPlace] = useState({ city: city.defaultValue, country: country.defaultValue });
  return (
    <details className="border-y border-line py-4" open={wanted || wrong || begun}>
      <summary className="min-h-11 cursor-pointer py-2 font-medium">
        The event is not in the list
      </summary>
      <div className="mt-4 flex flex-col gap-6">
        <TextField
          label="Event"
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
        <TextField label="Venue" {...fieldOf(state, "venue")} />
        <div className="grid grid-cols-1 items-start gap-6 sm:grid-cols-2">
          <TextField
            label="City"
            autoComplete="off"
            {...city}
            onChange={({ currentTarget }) => setPlace({ ...place, city: currentTarget.value })}
          />
          <SelectField
            label="Country"
            {...country}
            onChange={({ currentTarget }) => setPlace({ ...place, country: currentTarget.value })}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField
            label="Starts"
            type="datetime-local"
            hint={`By the clocks at the venue, from now to ${lastDay}.`}
            {...fieldOf(state, "startsAt")}
          />
          <ZoneField state={state} place={place} countries={countries} timeZones={timeZones} />
        </div>
      </div>
    </details>
  );
}

type ZoneOptionsProps = Pick<NewEventChoices, "countries" | "timeZones"> & {
  place: { city: string; country: string };
};

function ZoneField({ state, ...options }: ZoneOptionsProps & { state: ShownFormState }) {
  return (
    <SelectField
      label="Time zone"
      hint="Found by city and country where they leave no doubt."
      {...fieldOf(state, "timeZone")}
    >
      <ZoneOptions {...options} />
    </SelectField>
  );
}

/** What the place proposes, which is what the server finds too; the browser's own zone; and all others. */
function ZoneOptions({ place, countries, timeZones }: ZoneOptionsProps) {
  const here = useReadersTimeZone();
  const own = countries.find(({ code }) => code === place.country)?.timeZones ?? [];
  const proposed = timeZoneOfPlace(place, own);
  return (
    <>
      <option value="">{proposed ? `${inWords(proposed)}, by the place` : "By the place"}</option>
      {here && !timeZones.includes(here) && <option value={here}>{inWords(here)}</option>}
      {timeZones.map((zone) => (
        <option key={zone} value={zone}>
          {inWords(zone)}
        </option>
      ))}
    </>
  );
}

function inWords(zone: string): string {
  return zone.replaceAll("_", " ");
}
