import Link from "next/link";
import type { ReactNode } from "react";

export type ChipProps = { href: string; selected?: boolean; children: ReactNode };

/** A filter that is a link: it works without JavaScript, and the address says what is chosen. */
export function Chip({ href, selected = false, children }: ChipProps) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={selected ? "true" : undefined}
      className={`inline-flex min-h-11 items-center gap-2 rounded-md border px-4 text-sm font-medium whitespace-nowrap transition-colors ${
        selected
          ? "border-ink bg-ink text-paper"
          : "border-edge text-ink hover:border-ink hover:bg-sunk"
      }`}
    >
      {selected && (
        <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3">
          <path d="M1 6.5l3.5 3.5L11 2.5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      )}
      {children}
    </Link>
  );
}
