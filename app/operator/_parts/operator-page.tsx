import Link from "next/link";
import type { ReactNode } from "react";
import { Page } from "#components/ui/page.tsx";

type OperatorPageProps = { title: string; lead?: ReactNode; children: ReactNode };

/** The frame of the pages for operators: each leads back to what is wrong now. */
export function OperatorPage(props: OperatorPageProps) {
  return (
    <Page
      width="wide"
      eyebrow={
        <Link className="text-link" href="/operator">
          Operator
        </Link>
      }
      {...props}
    />
  );
}

/** Names and values, one under the other. */
export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function OperatorSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 flex flex-col gap-4 border-t border-line pt-6">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </section>
  );
}
