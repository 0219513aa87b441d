/** The site's colours (`app/globals.css`) as far as emails use them: mail programs know no `light-dark()` and no variables. */
export const emailColours = {
  light: {
    paper: "#faf6ef",
    card: "#fffdf8",
    sunk: "#f1eadd",
    ink: "#1c1814",
    soft: "#4a4239",
    line: "#d8cdbb",
    accent: "#cc3b20",
    "on-accent": "#fffdf8",
  },
  dark: {
    paper: "#171310",
    card: "#211c17",
    sunk: "#110e0b",
    ink: "#f4ecdf",
    soft: "#cbc0b0",
    line: "#423a31",
    accent: "#f26a4b",
    "on-accent": "#171310",
  },
} as const;
