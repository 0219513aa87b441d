"use client"; // what its prints show is sent once, and their markup not again

import { EventPrint } from "./event-print.tsx";
import type { PrintFacts } from "./print-facts.ts";

type PrintWallProps = { prints: PrintFacts[]; headingLevel: 2 | 3 };

/** Prints side by side: two on a phone, four at a desk. */
export function PrintWall({ prints, headingLevel }: PrintWallProps) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-12">
      {prints.map((print) => (
        <EventPrint key={print.id} {...print} headingLevel={headingLevel} />
      ))}
    </ul>
  );
}
