"use client";

import { DeadEnd } from "#components/dead-end.tsx";
import { Button } from "#components/ui/button.tsx";

/** Shown when a page is older than the server it asks: only loading it again helps. */
export function Outdated() {
  return (
    <DeadEnd
      title="Rowlock was updated"
      actions={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
    >
      <p role="alert">
        You opened this page before the update, so nothing was sent. Reload it, then do it again.
      </p>
    </DeadEnd>
  );
}
