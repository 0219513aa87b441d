/** Where Stripe's form asks for the country of the card, the browser's own is chosen. No postcode is asked for here. */
const COUNTRIES =
  "AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IN IS IT JP KR LI LT LU LV MT MX NL NO NZ PL PT RO SE SG SI SK US".split(
    " ",
  );

export type CountryField = { value(): string; setDisabled(disabled: boolean): void };

export function openCountryField(): CountryField {
  const select = document.getElementById("country");
  if (!(select instanceof HTMLSelectElement))
    throw new Error("The payment form has no field country.");
  const names = new Intl.DisplayNames("en", { type: "region" });
  const named = COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code }));
  for (const { code, name } of named.toSorted((one, other) => one.name.localeCompare(other.name)))
    select.add(new Option(name, code));
  const own = new Intl.Locale(navigator.language).maximize().region ?? "US";
  select.value = COUNTRIES.includes(own) ? own : "US";
  return {
    value: () => select.value,
    setDisabled(disabled) {
      select.disabled = disabled;
    },
  };
}
