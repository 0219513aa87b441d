import { Written } from "#components/written.tsx";
import { countryName } from "./country-name.ts";

type PlaceProps = { at: { venue: string; city: string; country: string }; large?: boolean };

/** Where an event is, in two lines. */
export function Place({ at: { venue, city, country }, large = false }: PlaceProps) {
  return (
    <p>
      <span className={`block font-semibold ${large ? "text-lg" : ""}`}>
        <Written>{venue}</Written>
      </span>
      <span className="text-soft">
        <Written>{city}</Written>, {countryName(country)}
      </span>
    </p>
  );
}
