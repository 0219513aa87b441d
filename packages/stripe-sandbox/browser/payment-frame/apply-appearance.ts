import type { FrameOptions } from "../frame-messages.ts";

/** The variables of Stripe's Appearance API that this form draws with. */
const VARIABLES = [
  "colorPrimary",
  "colorBackground",
  "colorText",
  "colorTextSecondary",
  "colorTextPlaceholder",
  "colorDanger",
  "fontFamily",
  "fontSizeBase",
  "borderRadius",
  "spacingUnit",
];

export function applyAppearance(appearance: FrameOptions["appearance"]): void {
  const root = document.documentElement;
  root.dataset.theme = appearance.theme ?? "stripe";
  for (const name of VARIABLES) {
    const value = appearance.variables?.[name];
    if (value === undefined) root.style.removeProperty(`--${name}`);
    else root.style.setProperty(`--${name}`, value);
  }
}
