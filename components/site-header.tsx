import Link from "next/link";
import type { ReactNode } from "react";
import { NavLink } from "./nav-link.tsx";
import { PhoneMenu } from "./phone-menu.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Wordmark } from "./wordmark.tsx";
import { Written } from "./written.tsx";

export type SiteHeaderProps = {
  user: { name: string } | null;
  /** The form that signs out; rendered twice, for the desk and for the phone. */
  signOut?: ReactNode;
};

const places = [
  { href: "/", name: "Browse" },
  { href: "/orders", name: "My orders" },
  { href: "/sales", name: "My sales" },
];

/** What the header asks people to do. */
const selling = { href: "/tickets/new", name: "Sell" };

export function SiteHeader(props: SiteHeaderProps) {
  return (
    <header className="relative border-b border-line print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 px-4 py-2 sm:px-8">
        <Link
          href="/"
          aria-label="Rowlock, to the start"
          className="inline-flex min-h-11 items-center"
        >
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="hidden flex-1 items-center justify-between gap-8 md:flex">
          <ul className="flex gap-6">
            <Places of={places} />
          </ul>
          <div className="flex min-w-0 items-center gap-6">
            <Account {...props} />
            <ButtonLink href={selling.href}>{selling.name}</ButtonLink>
          </div>
        </nav>
        <PhoneMenu>
          <nav aria-label="Menu">
            <ul>
              <Places of={[selling, ...places]} />
            </ul>
            <div className="mt-4 flex flex-col items-start gap-2 border-t border-line pt-4">
              <Account {...props} />
            </div>
          </nav>
        </PhoneMenu>
      </div>
    </header>
  );
}

function Places({ of }: { of: typeof places }) {
  return of.map(({ href, name }) => (
    <li key={href}>
      <NavLink href={href}>{name}</NavLink>
    </li>
  ));
}

function Account({ user, signOut }: SiteHeaderProps) {
  if (!user) {
    return (
      <>
        <NavLink href="/sign-in">Sign in</NavLink>
        <ButtonLink href="/sign-up" variant="quiet">
          Create account
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <Link
        href="/account"
        title="Your account"
        className="inline-flex min-h-11 max-w-48 items-center font-medium underline-offset-8 hover:underline"
      >
        <span className="line-clamp-1">
          <Written>{user.name}</Written>
        </span>
      </Link>
      {signOut}
    </>
  );
}
