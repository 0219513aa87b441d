import type { ReactNode } from "react";
import { Page } from "#components/ui/page.tsx";

type WordsPageProps = {
  title: string;
  lead: string;
  /** A heading and what stands under it, paragraph by paragraph. */
  sections: [string, ...ReactNode[]][];
};

/** A page to be read: how things work, and what is agreed. Each section has an address, such as `/help#contact`. */
export function WordsPage({ title, lead, sections }: WordsPageProps) {
  return (
    <Page title={title} lead={lead} width="wide">
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-16">
        <nav
          aria-labelledby="contents"
          className="border-l-2 border-accent pl-4 lg:sticky lg:top-8 lg:col-start-2 lg:self-start print:hidden"
        >
          <h2 id="contents" className="font-sans text-sm font-medium tracking-normal text-soft">
            On this page
          </h2>
          <ul>
            {sections.map(([heading]) => (
              <li key={heading}>
                <a
                  href={`#${addressOf(heading)}`}
                  className="inline-flex min-h-11 items-center py-1.5 leading-tight underline-offset-4 hover:underline"
                >
                  {heading}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-col gap-10 lg:col-start-1 lg:row-start-1">
          {sections.map(([heading, ...paragraphs]) => (
            <section
              key={heading}
              id={addressOf(heading)}
              className="flex max-w-prose scroll-mt-8 flex-col gap-3"
            >
              <h2 className="text-2xl">{heading}</h2>
              {paragraphs.map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}

/** "when-the-time-runs-out": our own headings are plain English. */
function addressOf(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z]+/g, "-");
}
