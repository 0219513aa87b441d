"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

export type NavLinkProps = { href: string; children: string };

/** A link of the header, marked when it leads to the current page. */
export function NavLink({ href, children }: NavLinkProps) {
  const here = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className="inline-flex min-h-11 items-center font-medium decoration-accent decoration-2 underline-offset-8 hover:underline aria-[current]:underline"
    >
      {children}
    </Link>
  );
}
