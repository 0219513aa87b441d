import type { ReactNode } from "react";

/** Teal is for what is held for the reader alone, green for what is theirs. */
export type StateTone = "open" | "held" | "busy" | "done" | "gone" | "yours" | "trouble";

export type StateBadgeProps = { tone: StateTone; children: ReactNode };

const colours: Record<StateTone, string> = {
  open: "text-ink",
  held: "text-held",
  busy: "text-soft",
  done: "text-soft",
  gone: "text-soft",
  yours: "text-yours",
  trouble: "text-danger",
};

/** A state in words, with a glyph that differs in shape as well as in colour. */
export function StateBadge({ tone, children }: StateBadgeProps) {
  return (
    <span className={`inline-flex gap-2 text-sm leading-5 font-medium ${colours[tone]}`}>
      <svg viewBox="0 0 12 12" className="mt-1 size-3 shrink-0" aria-hidden="true">
        <Glyph tone={tone} />
      </svg>
      <span className="min-w-0">{children}</span>
    </span>
  );
}

function Glyph({ tone }: { tone: StateTone }) {
  const ring = <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" />;
  switch (tone) {
    case "open":
      return ring;
    case "held":
    case "busy":
      return (
        <>
          {ring}
          <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />
        </>
      );
    case "done":
      return <circle cx="6" cy="6" r="6" fill="currentColor" />;
    case "gone":
      return (
        <>
          {ring}
          <path d="M2.5 9.5l7-7" stroke="currentColor" strokeWidth="1.75" />
        </>
      );
    case "yours":
      return <path d="M1 6.5l3.5 3.5L11 2.5" fill="none" stroke="currentColor" strokeWidth="2" />;
    case "trouble":
      return <path d="M6 0.5l6 11H0z" fill="currentColor" />;
  }
}
