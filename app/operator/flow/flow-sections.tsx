import type { ReactNode } from "react";
import { domainEvents } from "#lib/domain-events/catalogue.ts";
import { describeFacts, type Fact } from "#lib/domain-events/describe-facts.ts";
import { currentVersion, type DomainEventType } from "#lib/domain-events/domain-events.ts";
import type { Flow, Follower } from "#lib/domain-events/flow.ts";
import { publishedSamples } from "#lib/domain-events/samples.ts";
import type { QueueState } from "#lib/operations/read-flow-state.ts";

/** What a domain event means, who records it and follows, and what it carries. */
export function EventSection({ type, flow }: { type: DomainEventType; flow: Flow }) {
  const followers = flow.followers.filter(({ event }) => event === type);
  const recorders = flow.recorders.filter(({ event }) => event === type);
  return (
    <Part id={type} title={type}>
      <p>{domainEvents[type].meaning}</p>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        <dt className="text-soft">Recorded by</dt>
        <dd className="wrap-anywhere">
          {recorders.map(({ command, file }) => `${command} (${file})`).join(", ")}
        </dd>
        <dt className="text-soft">Followed by</dt>
        <dd>
          {followers.length === 0 && "nobody: it is history"}
          {followers.map(({ subscriber }, index) => (
            <span key={subscriber}>
              {index > 0 && ", "}
              <a className="text-link" href={`#${subscriber}`}>
                {subscriber}
              </a>
            </span>
          ))}
        </dd>
      </dl>
      {describeFacts(type).map(({ version, shapes }) => (
        <div key={version} className="flex flex-col gap-4">
          <p className="text-sm text-soft">
            Version {version}
            {version === currentVersion(type) ? "" : ", still read"}
          </p>
          {shapes.map((facts) => (
            <FactTable key={facts.map(({ type: kind }) => kind).join()} facts={facts} />
          ))}
          <pre className="border border-line bg-sunk p-3 text-xs wrap-anywhere whitespace-pre-wrap">
            {JSON.stringify(publishedSamples[type][version]?.[0])}
          </pre>
        </div>
      ))}
    </Part>
  );
}

function FactTable({ facts }: { facts: Fact[] }) {
  return (
    <div>
      <table className="w-full text-left text-sm wrap-anywhere">
        <thead>
          <tr className="border-b border-edge">
            <th className="py-1 pr-4 font-semibold">Fact</th>
            <th className="py-1 pr-4 font-semibold">Type and unit</th>
            <th className="py-1 font-semibold">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, type, unit, meaning }) => (
            <tr key={name} className="border-b border-line align-top">
              <td className="py-1 pr-4 font-mono">{name}</td>
              <td className="py-1 pr-4">{unit ? `${type}, ${unit}` : type}</td>
              <td className="py-1">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type SubscriberSectionProps = {
  name: string;
  followers: Follower[];
  state: QueueState | undefined;
};

/** What a subscriber does, of what, and how it goes. */
export function SubscriberSection({ name, followers, state }: SubscriberSectionProps) {
  const [first] = followers;
  return (
    <Part id={name} title={name}>
      <p>{first?.does}</p>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        <dt className="text-soft">Follows</dt>
        <dd>
          {followers.map(({ event, due }, index) => (
            <span key={event}>
              {index > 0 && ", "}
              <a className="text-link" href={`#${event}`}>
                {event}
              </a>
              {due && `, at ${due}`}
            </span>
          ))}
        </dd>
        <dt className="text-soft">Tried again</dt>
        <dd>{first?.retries} times, then left to an operator</dd>
        <dt className="text-soft">Now</dt>
        <dd>{state ? stateInWords(state) : "no worker has made its queue yet"}</dd>
      </dl>
    </Part>
  );
}

function stateInWords({ waiting, deferred, running, dead }: QueueState): string {
  return `${waiting} waiting, ${deferred} due later, ${running} running, ${dead} dead`;
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="mt-8 flex scroll-mt-4 flex-col gap-3 border-t border-line pt-6">
      <h3 className="text-xl font-bold wrap-anywhere">{title}</h3>
      {children}
    </section>
  );
}
