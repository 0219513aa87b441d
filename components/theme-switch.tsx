"use client";

import { useState } from "react";
import { remember } from "./remember.ts";
import { themeCookie, themes, type Theme } from "./theme.ts";

export type ThemeSwitchProps = {
  /** What the server rendered, from the cookie. */
  theme: Theme;
};

const names: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

export function ThemeSwitch({ theme }: ThemeSwitchProps) {
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    rememberTheme(next);
  };
  return (
    <fieldset className="needs-script">
      <legend className="sr-only">Colours</legend>
      <div className="flex flex-wrap gap-x-6">
        {themes.map((option) => (
          <label
            key={option}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-sm font-medium"
          >
            <input
              type="radio"
              name="theme"
              value={option}
              checked={chosen === option}
              onChange={() => choose(option)}
              className="size-4"
            />
            {names[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function rememberTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  remember(themeCookie, theme === "system" ? null : theme);
}
