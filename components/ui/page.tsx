import type { ReactNode } from "react";
import { Written } from "#components/written.tsx";

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
  /** Where a phone has to show as much as it can at once. */
  dense?: boolean;
  children: ReactNode;
};

const widths: Record<PageWidth, string> = {
  narrow: "max-w-xl",
  medium: "max-w-4xl",
  wide: "",
};

/**
 * The frame of every page: its width, its one h1, its rhythm. However wide, it begins at the left edge of the site's
 * header, so that headings stay where they are from page to page. `main` is in the root layout.
 */
export function Page({ width = "medium", dense = false, ...props }: PageProps) {
  return (
    <div
      className={`mx-auto w-full max-w-6xl px-4 sm:px-8 sm:py-12 ${dense ? "py-4" : "py-8"} print:p-0`}
    >
      <div className={widths[width]}>
        {props.titleHidden ? (
          <h1 className="sr-only">{props.title}</h1>
        ) : (
          <PageHead dense={dense} {...props} />
        )}
        {props.children}
      </div>
    </div>
  );
}

function PageHead({ title, eyebrow, lead, actions, dense }: PageProps) {
  return (
    <header
      className={`flex flex-wrap items-end justify-between gap-x-8 gap-y-4 sm:mb-8 ${dense ? "mb-4" : "mb-8"}`}
    >
      <div className="min-w-0">
        {eyebrow && (
          <div dir="auto" className="mb-2 text-sm font-medium wrap-anywhere text-soft">
            {eyebrow}
          </div>
        )}
        <h1
          className={`font-extrabold tracking-tight sm:text-5xl ${dense ? "text-3xl" : "text-4xl"}`}
        >
          <Written>{title}</Written>
        </h1>
        {lead && <div className="mt-4 max-w-prose text-lg text-soft">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-4">{actions}</div>}
    </header>
  );
}
