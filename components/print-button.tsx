"use client";

import { Button } from "#components/ui/button.tsx";

/** For a page that is made to be printed: what is only of use on a screen leaves itself out. */
export function PrintButton({ children }: { children: string }) {
  return (
    <div className="needs-script print:hidden">
      <Button variant="quiet" onClick={() => window.print()}>
        {children}
      </Button>
    </div>
  );
}
