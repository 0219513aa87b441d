"use client";

import { useEffect, useRef, useState } from "react";
import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { useTyped } from "#app/_form/use-typed.ts";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import { categories, categoryNames } from "#kernel/categories.ts";
import type { Place } from "#lib/events/event-fields.ts";
import { type Country, proposedCountry, proposedZone } from "./proposed-zone.ts";
import { ZoneField } from "./zone-field.tsx";

export type NewEventChoices = {
  countries: Country[];
  /** The last day on which an event may start, in words. */
  lastDay: string;
};

/** The others are filled in by the form itself, or are the name. */
const typed = ["venue", "city", "startsAt"];
const wrongs = [...typed, "category", "country", "timeZone"];

type Props = NewEventChoices & {
  state: ShownFormState;
  /** One of the catalogue is chosen: there is nothing to describe. */
  isChosen: boolean;
  /** The event has a name, which is none of the catalogue yet. */
  isNamed: boolean;
  /** Where the catalogue has the city that is typed. */
  places: readonly Place[];
  onCity: (city: string) => void;
};

/** Describes an event that the catalogue lacks. Not there until it has a name, where scripts can tell. */
export function NewEventFields({ state, isChosen, isNamed, ...place }: Props) {
  const hasScript = useReadersTimeZone() !== null;
  const isBegun =
    state.status === "refused" &&
    (wrongs.some((name) => name in state.fields) || typed.some((name) => state.values[name]));
  const isShown = !isChosen && (isNamed || isBegun);
  return (
    <fieldset
      disabled={hasScript && isChosen}
      className={`min-w-0 border-y border-line py-6 ${isShown ? "" : "without-script"}`}
    >
      <legend className="sr-only">New here</legend>
      <p aria-hidden="true" className="font-display text-xl font-bold">
        New here
      </p>
      <p className="mb-6 text-sm text-soft">
        Describe it, unless it is one that we know: if it looks like one, we ask.
      </p>
      <div className="grid grid-cols-1 items-start gap-6 sm:grid-cols-2">
        <SelectField label="Category" {...fieldOf(state, "category", "concert")}>
          {categories.map((name) => (
            <option key={name} value={name}>
              {categoryNames[name]}
            </option>
          ))}
        </SelectField>
        <TextField label="Venue" maxLength={120} {...fieldOf(state, "venue")} />
        <PlaceFields state={state} {...place} />
      </div>
    </fieldset>
  );
}

type PlaceFieldsProps = Pick<Props, "state" | "countries" | "places" | "onCity" | "lastDay">;

/** City, country and zone: the city proposes the country, and both the zone, until somebody says otherwise. */
function PlaceFields({ state, countries, places, onCity, lastDay }: PlaceFieldsProps) {
  const city = fieldOf(state, "city");
  const country = fieldOf(state, "country", "NL");
  const [typedPlace, setPlace] = useTyped(state, { city: "", country: "NL" });
  const place = { city: typedPlace.city ?? "", country: typedPlace.country ?? "" };
  const [isTouched, setIsTouched] = useState(false);
  const isOwn = isTouched || state.status === "refused"; // what was sent was looked over
  const select = useRef<HTMLSelectElement>(null);
  const known = proposedCountry(place, countries, places);
  useEffect(() => {
    if (!known || isOwn || !select.current) return;
    select.current.value = known;
    setPlace((before) => ({ ...before, country: known }));
  }, [known, isOwn, setPlace]);
  return (
    <>
      <TextField
        label="City"
        autoComplete="off"
        maxLength={80}
        {...city}
        onChange={({ currentTarget }) => {
          setPlace({ ...place, city: currentTarget.value });
          onCity(currentTarget.value);
        }}
      />
      <SelectField
        ref={select}
        label="Country"
        {...country}
        onChange={({ currentTarget }) => {
          setIsTouched(true);
          setPlace({ ...place, country: currentTarget.value });
        }}
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
        hint={`Local time, up to ${lastDay}.`}
        {...fieldOf(state, "startsAt")}
      />
      <ZoneField
        state={state}
        country={place.country}
        countries={countries}
        proposed={proposedZone(place, countries, places)}
      />
    </>
  );
}
