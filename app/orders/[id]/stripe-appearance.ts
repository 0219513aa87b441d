import type { Appearance } from "@stripe/stripe-js";

/** Our colours, as the page has them now, for the fields that live in Stripe's own frame. */
export function readAppearance(): Appearance {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string) => styles.getPropertyValue(`--color-${name}`).trim();
  return {
    theme: "stripe",
    variables: {
      colorPrimary: colour("accent"),
      colorBackground: colour("card"),
      colorText: colour("ink"),
      colorTextSecondary: colour("soft"),
      colorDanger: colour("danger"),
      borderRadius: "4px",
      fontFamily: "system-ui, sans-serif",
      fontSizeBase: "16px",
    },
  };
}
