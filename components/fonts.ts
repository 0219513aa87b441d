import localFont from "next/font/local";

// Through next/font so that each face is preloaded and gets a fallback with matched metrics: no layout shift.
// The subsets are separate families, tried in order; extended Latin is fetched only by pages that need it.
const text = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-text",
  display: "swap",
});

const textExtended = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-text-extended",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02FF, U+1E00-1EFF, U+2C60-2C7F" }],
});

// The cut with a width axis: days and poster titles are set condensed.
const display = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2",
  weight: "200 800",
  variable: "--font-heading",
  display: "swap",
  declarations: [{ prop: "font-stretch", value: "75% 100%" }],
});

const displayExtended = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wdth-normal.woff2",
  weight: "200 800",
  variable: "--font-heading-extended",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-stretch", value: "75% 100%" },
    { prop: "unicode-range", value: "U+0100-02FF, U+1E00-1EFF, U+2C60-2C7F" },
  ],
});

export const fontVariables = [text, textExtended, display, displayExtended]
  .map((font) => font.variable)
  .join(" ");
