import Link from "next/link";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type FrontSection, readFrontPage } from "#lib/events/market/front-page.ts";
import { CategoryChips } from "./category-chips.tsx";
import { FollowPrints } from "./follow-prints.tsx";
import { printFacts } from "./print-facts.ts";
import { PrintWall } from "./print-wall.tsx";
import { everything, searchAddress } from "./search-address.ts";
import { SearchField } from "./search-field.tsx";

const sectionNames: Record<FrontSection, { title: string; all: string; href: string }> = {
  tonight: { title: "Tonight", all: "All of tonight", href: searchAddress({ when: "tonight" }) },
  weekend: {
    title: "This weekend",
    all: "All of the weekend",
    href: searchAddress({ when: "weekend" }),
  },
  "last-tickets": { title: "Last tickets", all: "Everything, soonest first", href: everything },
  "just-listed": {
    title: "Just listed",
    all: "Everything, newest first",
    href: searchAddress({ sort: "newest" }),
  },
  soon: { title: "Coming up", all: "Everything, soonest first", href: everything },
};

/** What there is, for somebody who is not looking for anything yet. */
export async function FrontPage() {
  const { sections, counts } = await readFrontPage();
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-8 sm:py-12">
      <header className="mb-6 grid sm:mb-12 gap-8 lg:mb-16 lg:grid-cols-[1fr_22rem] lg:items-end lg:gap-16">
        <div className="flex min-w-0 flex-col gap-6">
          <h1 className="max-w-3xl text-5xl leading-[0.95] font-extrabold tracking-tight text-balance sm:text-7xl">
            Tickets from fans to fans
          </h1>
          <SearchField words="" large />
        </div>
        <ul className="hidden flex-col gap-2 border-l-2 border-accent pl-4 text-soft sm:flex">
          <li>The ticket is held for you while you pay.</li>
          <li>You are only charged if it is yours.</li>
          <li>Listing yours takes a minute.</li>
        </ul>
      </header>
      <CategoryChips counts={counts} search={{}} />
      {sections.length === 0 ? (
        <div className="mt-12">
          <EmptyState
            title="No tickets are for sale yet"
            action={<ButtonLink href="/tickets/new">Sell a ticket</ButtonLink>}
          >
            Have one you cannot use? Be the first to offer it.
          </EmptyState>
        </div>
      ) : (
        <FollowPrints ids={sections.flatMap(({ events }) => events.map(({ id }) => id))}>
          {sections.map(({ name, events }) => (
            <section
              key={name}
              className="mt-8 sm:mt-12 lg:mt-16"
              aria-labelledby={`section-${name}`}
            >
              <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
                <h2 id={`section-${name}`} className="text-3xl font-extrabold tracking-tight">
                  {sectionNames[name].title}
                </h2>
                <Link href={sectionNames[name].href} prefetch={false} className="text-link text-sm">
                  {sectionNames[name].all}
                </Link>
              </div>
              <PrintWall prints={events.map(printFacts)} headingLevel={3} />
            </section>
          ))}
        </FollowPrints>
      )}
    </div>
  );
}
