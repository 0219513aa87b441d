import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import type { Country } from "./proposed-zone.ts";

type ZoneFieldProps = {
  state: ShownFormState;
  country: string;
  countries: Country[];
  /** What the place proposes, if it leaves no doubt. */
  proposed: string | null;
};

/**
 * By the place, unless the seller says otherwise: a zone of the country. Without JavaScript, which could tell the country,
 * those of every country that has several, by country.
 */
export function ZoneField({ state, country, countries, proposed }: ZoneFieldProps) {
  const hasScript = useReadersTimeZone() !== null;
  const offered = countries.filter(
    ({ code, timeZones }) => timeZones.length > 1 && (!hasScript || code === country),
  );
  return (
    <SelectField
      label="Time zone"
      hint={proposed ? "By the place. Change it if it is another." : "Found by country and city."}
      {...fieldOf(state, "timeZone")}
    >
      <option value="">{optionByPlace(proposed, hasScript && offered.length > 0)}</option>
      {offered.map(({ code, name, timeZones }) => (
        <optgroup key={code} label={name}>
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {inWords(zone)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function optionByPlace(proposed: string | null, isInDoubt: boolean): string {
  if (proposed) return inWords(proposed);
  return isInDoubt ? "Choose the venue's time zone" : "By the place";
}

function inWords(zone: string): string {
  return zone.replaceAll("_", " ");
}
