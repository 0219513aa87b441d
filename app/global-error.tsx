"use client";

import { Outdated } from "#app/_form/outdated.tsx";
import { whyUnanswered } from "#app/_form/unanswered.ts";
import { DeadEnd } from "#components/dead-end.tsx";
import { fontVariables } from "#components/fonts.ts";
import { Button } from "#components/ui/button.tsx";
import "./globals.css";

// The root layout itself failed, so this page brings its own document.
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB" className={fontVariables}>
      <body>
        <title>Something broke · Rowlock</title>
        <main>{whyUnanswered(error) === "outdated" ? <Outdated /> : <Broken retry={retry} />}</main>
      </body>
    </html>
  );
}

function Broken({ retry }: { retry: () => void }) {
  return (
    <DeadEnd
      title="Something broke on our side"
      actions={<Button onClick={() => retry()}>Try again</Button>}
    >
      <p role="alert">
        Rowlock could not be shown. Trying again is safe: nothing is bought or charged twice.
      </p>
    </DeadEnd>
  );
}
