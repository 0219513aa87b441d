import type { Metadata } from "next";
import Link from "next/link";
import { redriveAction, redriveAllAction } from "#app/operator/actions.ts";
import { Moment } from "#components/moment.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { type DeadLetter, listDeadLetters } from "#lib/operator/list-dead-letters.ts";
import { requireOperator } from "#lib/web/session.ts";
import { ActForm } from "../_parts/act-form.tsx";
import { OperatorPage } from "../_parts/operator-page.tsx";

export const metadata: Metadata = { title: "Dead letters" };

/** Jobs that failed as often as they may, each with why, and the way to try them again. */
export default async function DeadLettersPage({
  searchParams,
}: PageProps<"/operator/dead-letters">) {
  await requireOperator("/operator/dead-letters");
  const { after } = await searchParams;
  const { rows, older, count } = await listDeadLetters(
    typeof after === "string" ? after : undefined,
  );
  return (
    <OperatorPage
      title="Dead letters"
      lead="What should have followed, and failed as often as it may. Mend the cause first, then try again: each has all of its tries anew."
    >
      {count === 0 && <p>There are none.</p>}
      {count > 0 && (
        <ActForm
          action={redriveAllAction}
          id="all"
          label={count === 1 ? "Try it again" : `Try all ${count} again`}
          says="Every dead letter there is by now goes back to its queue."
          yes="Try again"
          done="They are on their way: reload to see what came of it."
        />
      )}
      <ul className="mt-6 divide-y divide-line border-y border-line">
        {rows.map((dead) => (
          <li key={dead.id} className="py-4">
            <OneDead {...dead} />
          </li>
        ))}
      </ul>
      {older && (
        <p className="mt-6">
          <ButtonLink variant="quiet" rel="next" href={`/operator/dead-letters?after=${older}`}>
            Older
          </ButtonLink>
        </p>
      )}
    </OperatorPage>
  );
}

function OneDead({ id, subscriber, event, payload, error, tries, diedAt }: DeadLetter) {
  return (
    <>
      <p className="font-semibold">
        <Link className="text-link" href={`/operator/flow#${subscriber}`}>
          {subscriber}
        </Link>{" "}
        after {event.type || "nothing that can be read"}
      </p>
      <p className="wrap-anywhere text-danger">{error}</p>
      <p className="text-sm text-soft">
        {tries} tries, given up <Moment at={diedAt} format="history" />
        {event.subjectId && (
          <>
            {" "}
            ·{" "}
            <Link className="text-link" href={`/operator?q=${event.subjectId}`}>
              what it is about
            </Link>
          </>
        )}
      </p>
      <details className="text-sm">
        <summary className="min-h-11 cursor-pointer py-2 text-soft">Payload</summary>
        <pre className="border border-line bg-sunk p-3 text-xs wrap-anywhere whitespace-pre-wrap">
          {JSON.stringify(payload, null, 1)}
        </pre>
      </details>
      <ActForm
        action={redriveAction}
        id={id}
        fields={{ jobId: id }}
        label="Try it again"
        says="It goes back to its queue with all of its tries."
        yes="Try again"
        done="It is on its way: reload to see what came of it."
      />
    </>
  );
}
