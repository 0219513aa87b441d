import type { FontSource } from "../frame-messages.ts";
import { IntegrationError } from "./integration-error.ts";

const address = /^url\((["']?)(?:https?:\/\/|data:)[^)]+\1\)/;

/** Fonts as `elements()` takes them: each with a family and an absolute address. Sources in CSS are not taken here. */
export function requireFonts(fonts: unknown): FontSource[] {
  if (!Array.isArray(fonts))
    throw new IntegrationError("Invalid value for elements(): fonts should be an array.");
  return fonts.map((font: unknown) => {
    if (isFontSource(font)) return font;
    throw new IntegrationError(
      "Invalid value for elements(): each of fonts should have a family and a src of the form url(https://…). The Stripe sandbox takes no cssSrc.",
    );
  });
}

function isFontSource(font: unknown): font is FontSource {
  if (typeof font !== "object" || font === null) return false;
  const { family, src }: { family?: unknown; src?: unknown } = font;
  return typeof family === "string" && typeof src === "string" && address.test(src);
}
