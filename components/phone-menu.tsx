"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A menu that opens without JavaScript. With JavaScript it closes after each navigation. */
export function PhoneMenu({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return (
    <details key={pathname} className="group md:hidden">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-medium">
        Menu
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
          <path
            d="M1 5h14M1 11h14"
            stroke="currentColor"
            strokeWidth="2"
            className="group-open:hidden"
          />
          <path
            d="M3 3l10 10M13 3L3 13"
            stroke="currentColor"
            strokeWidth="2"
            className="hidden group-open:block"
          />
        </svg>
      </summary>
      <div className="absolute inset-x-0 top-full z-10 border-y border-line bg-paper px-4 py-4 sm:px-8">
        {children}
      </div>
    </details>
  );
}
