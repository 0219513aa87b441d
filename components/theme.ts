export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The name of the cookie that remembers the choice; without it the system decides. */
export const themeCookie = "theme";

export function parseTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}
