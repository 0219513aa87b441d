import type { ReactNode } from "react";

export type PageWidth = "narrow" | "medium" | "wide";

export type PageProps = {
  title: string;
  /** A short line above the title, such as the category or the way back. */
  eyebrow?: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  width?: PageWidth;
  /** For pages that draw their title themselves; it stays the page's h1 for screen readers. */
  titleHidden?: boolean;
  children: ReactNode;
};

const widths: Record<PageWidth, string> = {
  narrow: "max-w-xl",
  medium: "max-w-4xl",
  wide: "max-w-6xl",
};

/** The frame of every page: its width, its one h1, its rhythm. `main` is in the root layout. */
export function Page(props: PageProps) {
  return (
    <div className={`mx-auto w-full px-4 py-8 sm:px-8 sm:py-12 ${widths[props.width ?? "medium"]}`}>
      {props.titleHidden ? <h1 className="sr-only">{props.title}</h1> : <PageHead {...props} />}
      {props.children}
    </div>
  );
}

function PageHead({ title, eyebrow, lead, actions }: PageProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        {eyebrow && <div className="mb-2 text-sm font-medium text-soft">{eyebrow}</div>}
        <h1 className="text-4xl font-extrabold tracking-tight wrap-anywhere sm:text-5xl">
          {title}
        </h1>
        {lead && <div className="mt-4 max-w-prose text-lg text-soft">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-4">{actions}</div>}
    </header>
  );
}
