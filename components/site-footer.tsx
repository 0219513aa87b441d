import { ThemeSwitch } from "./theme-switch.tsx";
import type { Theme } from "./theme.ts";

export type SiteFooterProps = { theme: Theme };

export function SiteFooter({ theme }: SiteFooterProps) {
  return (
    <footer className="mt-auto border-t border-line print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 sm:px-8">
        <p className="text-sm text-soft">
          One ticket, one owner. You are never charged for a ticket that is not yours.
        </p>
        <ThemeSwitch theme={theme} />
      </div>
    </footer>
  );
}
