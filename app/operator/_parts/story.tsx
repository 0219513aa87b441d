import { replayAction } from "#app/operator/actions.ts";
import { Moment } from "#components/moment.tsx";
import { Written } from "#components/written.tsx";
import type { StoryEntry, StoryJob } from "#lib/operator/read-story.ts";
import { ActForm } from "./act-form.tsx";

/** Everything that happened, the oldest first, and what came of each domain event at every subscriber. */
export function Story({ entries }: { entries: StoryEntry[] }) {
  if (entries.length === 0) return <p>Nothing is kept of it.</p>;
  return (
    <ol className="divide-y divide-line border-y border-line" aria-label="What happened">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-8 gap-y-2 py-4 lg:grid-cols-[18rem_1fr]">
          <div>
            <p className="font-semibold">
              <a className="text-link" href={`/operator/flow#${entry.type}`}>
                {entry.type}
              </a>
            </p>
            <p className="text-sm text-soft">
              <Moment at={entry.occurredAt} format="history" />
            </p>
            {entry.act && (
              <p className="mt-1 text-sm">
                <Written>{entry.act.by}</Written>: <Written>{entry.act.why}</Written>
              </p>
            )}
            <details className="text-sm">
              <summary className="min-h-11 cursor-pointer py-2 text-soft">Facts</summary>
              <pre className="border border-line bg-sunk p-3 text-xs wrap-anywhere whitespace-pre-wrap">
                {JSON.stringify({ id: entry.id, ...entry.facts }, null, 1)}
              </pre>
            </details>
          </div>
          <Outcomes {...entry} />
        </li>
      ))}
    </ol>
  );
}

function Outcomes({ id, isWaiting, jobs, forgotten }: StoryEntry) {
  if (isWaiting) return <p className="text-danger">Waits for the relay: is a worker running?</p>;
  if (jobs.length === 0 && forgotten.length === 0)
    return <p className="text-soft">Nobody follows it.</p>;
  return (
    <ul className="flex flex-col gap-3">
      {jobs.map((job) => (
        <li key={job.id}>
          <Outcome job={job} />
          {job.state !== "waiting" && job.state !== "running" && (
            <Replay domainEventId={id} subscriber={job.subscriber} of={job.id} />
          )}
        </li>
      ))}
      {forgotten.map((subscriber) => (
        <li key={subscriber}>
          <p>
            <a className="text-link" href={`/operator/flow#${subscriber}`}>
              {subscriber}
            </a>
            : done more than a day ago, and no longer kept
          </p>
          <Replay domainEventId={id} subscriber={subscriber} of={`${id}-${subscriber}`} />
        </li>
      ))}
    </ul>
  );
}

const looks: Record<StoryJob["state"], string> = {
  waiting: "text-held",
  running: "text-held",
  done: "text-yours",
  failed: "text-danger",
  dead: "text-danger font-semibold",
};

const words: Record<StoryJob["state"], string> = {
  waiting: "waits",
  running: "is running",
  done: "done",
  failed: "failed, and was left to an operator",
  dead: "dead: waits for an operator",
};

function Outcome({ job }: { job: StoryJob }) {
  const { subscriber, state, tries, dueAt, endedAt, error, isAgain } = job;
  return (
    <>
      <p>
        <a className="text-link" href={`/operator/flow#${subscriber}`}>
          {subscriber}
        </a>
        {isAgain && " again"}: <span className={looks[state]}>{words[state]}</span>
        <span className="text-sm text-soft">
          , {tries === 1 ? "one try" : `${tries} tries`}
          {endedAt ? (
            <>
              , ended <Moment at={endedAt} format="history" />
            </>
          ) : (
            <>
              , due <Moment at={dueAt} format="history" />
            </>
          )}
        </span>
      </p>
      {error && state !== "done" && <p className="text-sm wrap-anywhere text-danger">{error}</p>}
    </>
  );
}

function Replay(props: { domainEventId: string; subscriber: string; of: string }) {
  const { domainEventId, subscriber, of } = props;
  return (
    <ActForm
      action={replayAction}
      id={of}
      fields={{ domainEventId, subscriber }}
      label="Replay"
      says={`${subscriber} follows this domain event once more. It looks at how things are now: what was done already is not done twice, but for an email, which is sent again.`}
      yes="Replay it"
      done="It is on its way: reload to see what came of it."
    />
  );
}
