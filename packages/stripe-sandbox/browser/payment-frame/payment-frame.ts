import type { FrameAnswer, ToFrame } from "../frame-messages.ts";
import { applyAppearance } from "./apply-appearance.ts";
import { applyFonts } from "./apply-fonts.ts";
import { openCardForm } from "./card-form.ts";
import { openCountryField } from "./country-field.ts";
import { createCardPaymentMethod } from "./create-card-payment-method.ts";
import { answerPage, tellPage } from "./parent-page.ts";

const form = openCardForm((state) => tellPage({ event: "change", ...state }));
const country = openCountryField();
let configured = false;

async function answer(question: ToFrame): Promise<FrameAnswer> {
  switch (question.ask) {
    case "configure":
      applyFonts(question.options.fonts);
      applyAppearance(question.options.appearance);
      form.setReadOnly(question.options.readOnly);
      country.setDisabled(question.options.readOnly);
      tellReadyOnce();
      return {};
    case "submit":
      return checked();
    case "create-payment-method": {
      const { error } = checked();
      return error
        ? { error }
        : createCardPaymentMethod(question.key, form.fields(), inCountry(question.billing));
    }
    case "focus":
      form.focus();
      return {};
    case "blur":
      form.blur();
      return {};
    case "clear":
      form.clear();
      return {};
    case "collapse":
      return {};
  }
}

/** What the page says of the address counts before what was chosen here. */
function inCountry(billing: Record<string, unknown>): Record<string, unknown> {
  const address = typeof billing["address"] === "object" ? billing["address"] : null;
  return { ...billing, address: { country: country.value(), ...address } };
}

function checked(): FrameAnswer {
  const problem = form.showProblems();
  return problem
    ? { error: { type: "validation_error", ...problem } }
    : { selectedPaymentMethod: "card" };
}

function tellHeight(): void {
  tellPage({ event: "height", height: document.body.getBoundingClientRect().height });
}

function tellReadyOnce(): void {
  tellHeight();
  if (configured) return;
  configured = true;
  tellPage({ event: "ready" });
}

function watchKeyboard(): void {
  let inside = false;
  window.addEventListener("focus", () => {
    if (!inside) tellPage({ event: "focus" });
    inside = true;
  });
  window.addEventListener("blur", () => {
    if (inside) tellPage({ event: "blur" });
    inside = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") tellPage({ event: "escape" });
    if (key === "Enter") tellPage({ event: "enter" });
  });
  document.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
}

answerPage(answer);
watchKeyboard();
new ResizeObserver(tellHeight).observe(document.body);
tellPage({ event: "loaded" });
