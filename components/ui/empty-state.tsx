import type { ReactNode } from "react";

export type EmptyStateProps = {
  title: string;
  /** Why it is empty and what would fill it. */
  children: ReactNode;
  action?: ReactNode;
  headingLevel?: 1 | 2 | 3;
};

export function EmptyState({ title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="flex flex-col items-start gap-4 border-y border-line py-12">
      <svg viewBox="0 0 96 48" className="h-12 w-24 text-edge" aria-hidden="true">
        <path
          d="M1 1h62a5 5 0 0 0 10 0h22v46H73a5 5 0 0 0-10 0H1z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="5 4"
        />
        <path
          d="M68 11v28"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray="0.1 5"
          strokeLinecap="round"
        />
      </svg>
      <Heading className="text-2xl">{title}</Heading>
      <div className="max-w-prose text-soft">{children}</div>
      {action}
    </div>
  );
}
