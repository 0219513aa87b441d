import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "#components/ui/page.tsx";
import { domainEventTypes } from "#lib/domain-events/domain-events.ts";
import { readFlow } from "#lib/domain-events/flow.ts";
import { readFlowState } from "#lib/operations/read-flow-state.ts";
import { requireOperator } from "#lib/web/session.ts";
import { durationInWords } from "#kernel/duration-in-words.ts";
import { EventSection, SubscriberSection } from "./flow-sections.tsx";
import { FlowDrawing } from "./flow-drawing.tsx";
import { layOutFlow } from "./lay-out-flow.ts";

export const metadata: Metadata = { title: "Flow of domain events" };

/** Who records which domain event, who follows, and how that goes now. */
export default async function FlowPage() {
  await requireOperator("/operator/flow");
  const [flow, state] = [readFlow(), await readFlowState()];
  const subscribers = [...Map.groupBy(flow.followers, ({ subscriber }) => subscriber)];
  return (
    <Page
      title="Flow of domain events"
      width="wide"
      eyebrow={
        <Link className="text-link" href="/operator">
          Operator
        </Link>
      }
      lead="Commands record what happened, in the middle; subscribers follow, each from a queue of its own. Dashed: at a time of its own. Red: something is late, or left to an operator."
    >
      {state.relayLagSeconds >= 1 && (
        <p className="mb-4 font-semibold text-danger">
          Domain events have been waiting for the relay for{" "}
          {durationInWords(Math.round(state.relayLagSeconds))}.
        </p>
      )}
      <div
        className="overflow-x-auto border border-line p-4"
        role="region"
        aria-label="Drawing of the flow"
        // Who cannot drag it scrolls it by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <FlowDrawing layout={layOutFlow(flow, domainEventTypes)} state={state} />
      </div>
      <h2 className="mt-12 text-2xl">Domain events</h2>
      {domainEventTypes.map((type) => (
        <EventSection key={type} type={type} flow={flow} />
      ))}
      <h2 className="mt-12 text-2xl">Subscribers</h2>
      {subscribers.map(([name, followers]) => (
        <SubscriberSection
          key={name}
          name={name}
          followers={followers}
          state={state.queues.find(({ queue }) => queue === name)}
        />
      ))}
    </Page>
  );
}
