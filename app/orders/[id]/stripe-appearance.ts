import type { Appearance, CustomFontSource } from "@stripe/stripe-js";
import { useEffect, useState } from "react";

const family = "Inter Variable";

/**
 * The page's typeface, for the fields that live in Stripe's own frame and fetch it from there. Elements take it once,
 * when they are opened.
 */
function cardFonts(): CustomFontSource[] {
  const file = new URL(
    "../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    import.meta.url,
  );
  const { href } = new URL(file.href, window.location.origin); // the bundler gives the path alone
  return [{ family, src: `url(${href})`, weight: "100 900", display: "swap" }];
}

type CardLook = { appearance: Appearance; fonts: CustomFontSource[] };

/** How the card form is to look, as the page looks now; null until it is in the browser. Follows every change of theme. */
export function useCardLook(): CardLook | null {
  const [look, setLook] = useState<CardLook | null>(null);
  useEffect(() => {
    const fonts = cardFonts();
    const read = () => setLook({ appearance: readAppearance(), fonts });
    read();
    const chosen = new MutationObserver(read);
    chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", read);
    return () => {
      chosen.disconnect();
      system.removeEventListener("change", read);
    };
  }, []);
  return look;
}

/** Our colours as the browser resolves them: Stripe knows neither our variables nor `light-dark()`. */
function readAppearance(): Appearance {
  const probe = document.body.appendChild(document.createElement("span"));
  const colour = (name: string) => {
    probe.style.color = `var(--color-${name})`;
    return getComputedStyle(probe).color;
  };
  const variables = {
    colorPrimary: colour("accent"),
    colorBackground: colour("card"),
    colorText: colour("ink"),
    colorTextSecondary: colour("soft"),
    colorTextPlaceholder: colour("soft"),
    colorDanger: colour("danger"),
    borderRadius: "3px",
    fontFamily: `"${family}", system-ui, sans-serif`,
    fontSizeBase: "16px",
  };
  probe.remove();
  return { theme: "stripe", variables };
}
