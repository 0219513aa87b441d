"use client";

import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { useTyped } from "#app/_form/use-typed.ts";
import type { TicketFieldValues } from "#app/tickets/ticket-field-values.ts";
import { SelectField, TextField } from "#components/ui/field.tsx";
import type { Category } from "#kernel/categories.ts";
import { currencies } from "#kernel/money.ts";
import { seatsOf } from "#kernel/seats.ts";
import { splitPlaces, type TypedPlaces } from "#kernel/split-places.ts";
import { BuyerPays } from "./buyer-pays.tsx";
import { SeatFields } from "./seat-fields.tsx";
import { SellingChoice } from "./selling-choice.tsx";

type TicketFormFieldsProps = {
  state: ShownFormState;
  values?: TicketFieldValues;
  /** What is attended: seats are called by it. */
  category?: Category | undefined;
  /** Whether several seats may become several tickets. */
  several?: boolean;
};

/** What a seller says about a ticket, when listing it and when changing it. */
export function TicketFormFields(props: TicketFormFieldsProps) {
  const { state, values = {}, category = "concert", several = false } = props;
  const [places, setPlaces] = useTyped(state, {
    row: values.row,
    seat: values.seat,
    admits: values.admits,
    selling: "",
    unnumbered: "",
  } satisfies TypedPlaces);
  const named = seatsOf(places.unnumbered ? "" : (places.seat ?? ""));
  const seats = typeof named === "string" ? [] : named;
  const split = splitPlaces({
    ...places,
    ...(places.unnumbered ? { row: "", seat: "" } : {}),
    ...(seats.length > 1 ? { admits: "" } : {}),
  });
  return (
    <>
      <TextField
        label="Title"
        hint="What a buyer reads first, such as “2 seats, front stalls”."
        required
        {...fieldOf(state, "title", values.title)}
      />
      <SeatFields
        state={state}
        values={values}
        category={category}
        several={several}
        countsSeats={several && seats.length > 1}
        typed={places}
        onType={setPlaces}
      />
      {several && (
        <SellingChoice
          state={state}
          people={split.people}
          onChoose={(selling) => setPlaces({ ...places, selling })}
        />
      )}
      <PriceFields
        state={state}
        values={values}
        admits={several ? (split.tickets[0]?.admits ?? 1) : Number(places.admits) || 1}
        tickets={several ? split.tickets.length : 1}
      />
    </>
  );
}

type PriceFieldsProps = Required<Pick<TicketFormFieldsProps, "state" | "values">> & {
  admits: number;
  tickets: number;
};

function PriceFields({ state, values, admits, tickets }: PriceFieldsProps) {
  const price = fieldOf(state, "price", values.price);
  const currency = fieldOf(state, "currency", values.currency ?? "eur");
  const [asked, setAsked] = useTyped(state, {
    price: values.price,
    currency: values.currency ?? "eur",
  });
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-4">
        <TextField
          label="Price"
          inputMode="decimal"
          autoComplete="off"
          required
          {...price}
          onChange={({ currentTarget }) => setAsked({ ...asked, price: currentTarget.value })}
        />
        <SelectField
          label="Currency"
          {...currency}
          onChange={({ currentTarget }) => setAsked({ ...asked, currency: currentTarget.value })}
        >
          {currencies.map((code) => (
            <option key={code} value={code}>
              {code.toUpperCase()}
            </option>
          ))}
        </SelectField>
      </div>
      <BuyerPays {...asked} admits={admits} tickets={tickets} />
    </>
  );
}
