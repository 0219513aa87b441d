import type { ReactNode } from "react";
import { Poster } from "#components/posters/poster.tsx";

export type EmptyStateProps = {
  title: string;
  /** Why it is empty and what would fill it. */
  children: ReactNode;
  action?: ReactNode;
  headingLevel?: 1 | 2 | 3;
  /** What the print says that hangs where nothing else does. Only to be seen. */
  print?: string;
};

export function EmptyState(props: EmptyStateProps) {
  const { title, children, action, headingLevel = 2, print = "No show" } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-5 py-4 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-10">
      <Poster eventTitle={print} category="other" decorative />
      <div className="flex flex-col items-start gap-4">
        <Heading className="text-2xl">{title}</Heading>
        <div className="max-w-prose text-soft">{children}</div>
        {action}
      </div>
    </div>
  );
}
