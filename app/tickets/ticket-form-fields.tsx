"use client";

import { useState } from "react";
import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { currencies } from "#kernel/money.ts";
import { BuyerPays } from "./buyer-pays.tsx";

export type TicketFieldValues = Partial<
  Record<"title" | "price" | "currency" | "section" | "row" | "seat" | "admits", string>
>;

/** What a seller says about a ticket, when listing it and when changing it. */
export function TicketFormFields({
  state,
  values = {},
}: {
  state: ShownFormState;
  values?: TicketFieldValues;
}) {
  const field = (name: keyof TicketFieldValues) => fieldOf(state, name, values[name]);
  const currency = fieldOf(state, "currency", values.currency ?? "eur");
  const [asked, setAsked] = useState({
    price: field("price").defaultValue,
    currency: currency.defaultValue,
  });
  return (
    <>
      <TextField
        label="Title"
        hint="What a buyer reads first, such as “2 seats, front stalls”."
        required
        {...field("title")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-4">
        <TextField
          label="Price"
          inputMode="decimal"
          autoComplete="off"
          required
          {...field("price")}
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
      <BuyerPays {...asked} />
      <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-4">
        <TextField label="Section" {...field("section")} />
        <TextField label="Row" {...field("row")} />
        <TextField label="Seat" {...field("seat")} />
        <TextField
          label="Admits"
          inputMode="numeric"
          autoComplete="off"
          {...fieldOf(state, "admits", values.admits ?? "1")}
        />
      </div>
    </>
  );
}
