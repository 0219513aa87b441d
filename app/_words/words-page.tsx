import type { ReactNode } from "react";
import { Page } from "#components/ui/page.tsx";

type WordsPageProps = {
  title: string;
  lead: string;
  /** A heading and what stands under it, paragraph by paragraph. */
  sections: [string, ...ReactNode[]][];
};

/** A page to be read: how things work, and what is agreed. */
export function WordsPage({ title, lead, sections }: WordsPageProps) {
  return (
    <Page title={title} lead={lead}>
      {sections.map(([heading, ...paragraphs]) => (
        <section key={heading} className="mt-10 flex max-w-prose flex-col gap-3">
          <h2 className="text-2xl">{heading}</h2>
          {paragraphs.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </section>
      ))}
    </Page>
  );
}
