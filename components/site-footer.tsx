import Link from "next/link";
import { ThemeSwitch } from "./theme-switch.tsx";
import type { Theme } from "./theme.ts";

export type SiteFooterProps = { theme: Theme };

const pages = [
  { href: "/help", name: "Help and contact" },
  { href: "/refunds", name: "Refunds" },
  { href: "/terms", name: "Terms" },
  { href: "/privacy", name: "Privacy" },
];

export function SiteFooter({ theme }: SiteFooterProps) {
  return (
    <footer className="mt-auto border-t border-line print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 sm:px-8">
        <div className="flex flex-col gap-2">
          <p className="text-sm text-soft">
            One ticket, one owner. You are never charged for a ticket that is not yours.
          </p>
          <ul className="-my-2 flex flex-wrap gap-x-6 text-sm">
            {pages.map(({ href, name }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <ThemeSwitch theme={theme} />
      </div>
    </footer>
  );
}
