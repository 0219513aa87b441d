"use client";

import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import type { Category } from "#kernel/categories.ts";
import type { TypedPlaces } from "#kernel/split-places.ts";
import { seatWords } from "./seat-words.ts";
import type { TicketFieldValues } from "./ticket-field-values.ts";

type SeatFieldsProps = {
  state: ShownFormState;
  values: TicketFieldValues;
  category: Category;
  /** Whether several seats may be named, which become several tickets. */
  several: boolean;
  /** Whether so many seats are named as people are admitted: nobody has to count them. */
  countsSeats: boolean;
  typed: TypedPlaces;
  onType: (typed: TypedPlaces) => void;
};

/** Where the ticket lets one sit or stand, in the words of what is attended. */
export function SeatFields({ state, values, category, several, ...props }: SeatFieldsProps) {
  const { countsSeats, typed, onType } = props;
  const { hint, section, row, sections } = seatWords[category];
  const field = (name: "section" | "row" | "seat") => fieldOf(state, name, values[name]);
  const isGeneral = typed.unnumbered === "on";
  return (
    <div role="group" aria-describedby="where" className="flex flex-col gap-3">
      <p id="where" className="text-sm text-soft">
        {hint}
        {several && " Several seats: 12-15, or 12, 14."}
      </p>
      <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))]">
        <TextField
          label="Section"
          placeholder={`e.g. ${section}`}
          list="sections"
          {...field("section")}
        />
        <TextField
          label="Row"
          placeholder={row && `e.g. ${row}`}
          autoComplete="off"
          disabled={isGeneral}
          {...field("row")}
          onChange={({ currentTarget }) => onType({ ...typed, row: currentTarget.value })}
        />
        <TextField
          label="Seat"
          placeholder={several ? "e.g. 12-15" : "e.g. 12"}
          autoComplete="off"
          disabled={isGeneral}
          {...field("seat")}
          onChange={({ currentTarget }) => onType({ ...typed, seat: currentTarget.value })}
        />
        <div className={countsSeats ? "hidden" : ""}>
          <TextField
            label="Admits"
            inputMode="numeric"
            autoComplete="off"
            disabled={countsSeats}
            {...fieldOf(state, "admits", values.admits ?? "1")}
            onChange={({ currentTarget }) => onType({ ...typed, admits: currentTarget.value })}
          />
        </div>
      </div>
      <datalist id="sections">
        {sections.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {several && <GeneralAdmission state={state} typed={typed} onType={onType} />}
    </div>
  );
}

type GeneralAdmissionProps = Pick<SeatFieldsProps, "state" | "typed" | "onType">;

/** Without JavaScript the fields beside it stay as they are, and a seat that is named all the same is asked about. */
function GeneralAdmission({ state, typed, onType }: GeneralAdmissionProps) {
  const { name, defaultValue } = fieldOf(state, "unnumbered");
  return (
    <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        name={name}
        value="on"
        defaultChecked={defaultValue === "on"}
        onChange={({ currentTarget }) =>
          onType({ ...typed, unnumbered: currentTarget.checked ? "on" : "" })
        }
        className="size-5 shrink-0 accent-ink"
      />
      General admission: no numbered place
    </label>
  );
}
