"use client";

import { Outdated } from "#app/_form/outdated.tsx";
import { whyUnanswered } from "#app/_form/unanswered.ts";
import { DeadEnd } from "#components/dead-end.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const why = whyUnanswered(error);
  if (why === "outdated") return <Outdated />;
  return (
    <DeadEnd
      title="Something broke on our side"
      actions={
        <>
          <Button onClick={() => retry()}>Try again</Button>
          <ButtonLink href="/orders" variant="quiet">
            See my orders
          </ButtonLink>
        </>
      }
    >
      <p role="alert">
        {why === "database-away"
          ? "Our database does not answer. Wait a minute, then try again."
          : "This page could not be shown."}{" "}
        Trying again is safe: nothing is bought or charged twice. If you were paying, your orders
        say how it stands.
      </p>
      {error.digest && (
        <p className="mt-4 text-base">
          If it stays like this, tell us this number:{" "}
          <code className="tabular">{error.digest}</code>
        </p>
      )}
    </DeadEnd>
  );
}
