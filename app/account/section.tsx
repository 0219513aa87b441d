import type { ReactNode } from "react";

type SectionProps = { title: string; id?: string; children: ReactNode };

/** A part of the pages about an account. */
export function Section({ title, id, children }: SectionProps) {
  return (
    <section id={id} className="mt-12 flex flex-col gap-6 border-t border-line pt-8">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </section>
  );
}
