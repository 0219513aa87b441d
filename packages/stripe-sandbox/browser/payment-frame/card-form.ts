import { brandOf } from "./card-brands.ts";
import { type CardFields, type CardProblem, type CardProblems, checkCard } from "./check-card.ts";
import { digitsIn, formatCvc, formatExpiry, formatNumber } from "./format-card.ts";

type FieldName = keyof CardFields;
const FIELDS: FieldName[] = ["number", "expiry", "cvc"];

export type CardForm = {
  fields(): CardFields;
  /** Shows every problem, puts the cursor into the first, and answers it. */
  showProblems(): CardProblem | null;
  focus(): void;
  blur(): void;
  clear(): void;
  setReadOnly(readOnly: boolean): void;
};

export function openCardForm(
  changed: (state: { complete: boolean; empty: boolean }) => void,
): CardForm {
  const inputs = { number: input("number"), expiry: input("expiry"), cvc: input("cvc") };
  const fields = (): CardFields => ({
    number: inputs.number.value,
    expiry: inputs.expiry.value,
    cvc: inputs.cvc.value,
  });
  const check = (): CardProblems => checkCard(fields(), new Date());

  function tellChange(): void {
    const { number, expiry, cvc } = fields();
    changed({
      complete: FIELDS.every((name) => check()[name] === null),
      empty: number + expiry + cvc === "",
    });
  }

  for (const name of FIELDS) {
    inputs[name].addEventListener("input", () => {
      reformat(inputs, name);
      show(inputs[name], null);
      moveOn(inputs, name, check());
      tellChange();
    });
    inputs[name].addEventListener("blur", () => {
      // A field left half filled is a mistake; an empty one is not yet.
      show(inputs[name], inputs[name].value === "" ? null : check()[name]);
    });
  }

  return {
    fields,
    showProblems() {
      const found = check();
      for (const name of FIELDS) show(inputs[name], found[name]);
      const first = FIELDS.find((name) => found[name] !== null);
      if (!first) return null;
      inputs[first].focus();
      return found[first];
    },
    focus: () => inputs.number.focus(),
    blur: () =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
    clear() {
      for (const name of FIELDS) {
        inputs[name].value = "";
        show(inputs[name], null);
      }
      tellChange();
    },
    setReadOnly(readOnly) {
      for (const name of FIELDS) inputs[name].readOnly = readOnly;
    },
  };
}

function input(id: string): HTMLInputElement {
  const found = document.getElementById(id);
  if (found instanceof HTMLInputElement) return found;
  throw new Error(`The payment form has no field ${id}.`);
}

function reformat(inputs: Record<FieldName, HTMLInputElement>, name: FieldName): void {
  const { number } = inputs;
  const formats = {
    number: formatNumber,
    expiry: formatExpiry,
    cvc: (text: string) => formatCvc(text, number.value),
  };
  setKeepingCursor(inputs[name], formats[name](inputs[name].value));
  const brand = document.getElementById("brand");
  if (brand) brand.textContent = brandOf(digitsIn(number.value)).name;
}

/** The cursor stays behind the same digit, so that the buyer can correct in the middle. */
function setKeepingCursor(field: HTMLInputElement, text: string): void {
  if (field.value === text) return;
  const atEnd = field.selectionStart === field.value.length;
  const digitsBefore = digitsIn(field.value.slice(0, field.selectionStart ?? 0)).length;
  field.value = text;
  if (atEnd) return;
  let position = 0;
  for (let digits = 0; digits < digitsBefore && position < text.length; position += 1)
    if (/\d/.test(text[position] ?? "")) digits += 1;
  field.setSelectionRange(position, position);
}

/** A finished field hands the cursor to the next empty one. */
function moveOn(
  inputs: Record<FieldName, HTMLInputElement>,
  name: FieldName,
  problems: CardProblems,
): void {
  const next = FIELDS[FIELDS.indexOf(name) + 1];
  const atEnd = inputs[name].selectionStart === inputs[name].value.length;
  if (next && atEnd && problems[name] === null && inputs[next].value === "") inputs[next].focus();
}

function show(field: HTMLInputElement, problem: CardProblem | null): void {
  field.setAttribute("aria-invalid", String(problem !== null));
  const place = document.getElementById(`${field.id}-error`);
  if (place) place.textContent = problem?.message ?? "";
}
