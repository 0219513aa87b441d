import type { ReactNode } from "react";
import { TornTicket } from "./torn-ticket.tsx";

export type OrderOutcomeProps = {
  /** The one moment of joy; every other end is quiet. */
  yours: boolean;
  title: string;
  /** One sentence: what happened, and whether money moved. */
  children: ReactNode;
  /** One next step: usually a ButtonLink. */
  action?: ReactNode;
  headingLevel?: 1 | 2;
};

/** How an order ended. Focus may be moved to it: it has the id "outcome". */
export function OrderOutcome(props: OrderOutcomeProps) {
  const { yours, title, children, action, headingLevel = 1 } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      id="outcome"
      tabIndex={-1}
      aria-labelledby="outcome-title"
      className={`grid items-center gap-4 border-y py-6 print:hidden sm:py-8 sm:grid-cols-[auto_1fr] sm:gap-8 ${yours ? "border-yours" : "border-line"}`}
    >
      {yours ? <Stamp /> : <TornTicket />}
      <div>
        <Heading
          id="outcome-title"
          className={`text-3xl font-extrabold sm:text-4xl ${yours ? "text-yours" : ""}`}
        >
          {title}
        </Heading>
        <div className="mt-2 max-w-prose text-lg">{children}</div>
        {action && <div className="mt-6">{action}</div>}
      </div>
    </section>
  );
}

/** A stamp that comes down on the ticket, once. */
function Stamp() {
  const rays = Array.from({ length: 16 }, (_, ray) => ray * 22.5);
  return (
    <svg
      viewBox="0 0 160 160"
      className="size-20 animate-stamp text-yours sm:size-36"
      aria-hidden="true"
    >
      {rays.map((turn) => (
        <path
          key={turn}
          d="M77.5 4h5L80 26z"
          fill="currentColor"
          transform={`rotate(${turn} 80 80)`}
        />
      ))}
      <circle cx="80" cy="80" r="50" fill="currentColor" />
      <circle
        cx="80"
        cy="80"
        r="43"
        fill="none"
        className="stroke-paper"
        strokeWidth="2"
        strokeDasharray="0.1 6.65"
        strokeLinecap="round"
      />
      <path d="M58 81l15 15 30-33" fill="none" className="stroke-paper" strokeWidth="9" />
    </svg>
  );
}
