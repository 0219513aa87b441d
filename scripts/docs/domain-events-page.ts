import { describeFacts, type Fact } from "#lib/domain-events/describe-facts.ts";
import { domainEvents } from "#lib/domain-events/catalogue.ts";
import { type DomainEventType, domainEventTypes } from "#lib/domain-events/domain-events.ts";
import type { Flow, Follower } from "#lib/domain-events/flow.ts";
import { publishedSamples } from "#lib/domain-events/samples.ts";

/** The text of docs/domain-events.md. */
export function domainEventsPage(flow: Flow): string {
  return `# Domain events

Made by \`npm run docs\` from the catalogue (\`lib/domain-events/catalogue.ts\`), the calls of \`recordDomainEvent\` and
the list of subscriptions (\`worker/subscriptions.ts\`). A test fails when it is stale. The same with live counts is at
\`/operator/flow\`; for programs it is [asyncapi.json](asyncapi.json).

A command records what happened in the transaction in which it happened (the outbox). The relay makes a job of it for
each subscriber, and a subscriber that fails is tried again by itself: nobody else waits.

\`\`\`mermaid
${drawing(flow)}
\`\`\`

${domainEventTypes.map((type) => section(type, flow)).join("\n\n")}
`;
}

/** Commands, domain events and subscribers from left to right. A subscriber is drawn once, whatever it follows. */
export function drawing({ recorders, followers }: Flow): string {
  const commands = new Set(recorders.map(({ service, command }) => `${service}.${command}`));
  const subscribers = new Set(followers.map(({ subscriber }) => subscriber));
  return [
    "flowchart LR",
    ...[...commands].map((command) => `  ${idOf(command)}["${command}"]`),
    ...domainEventTypes.map((type) => `  ${type}(["${type}"])`),
    ...[...subscribers].map((subscriber) => `  ${idOf(subscriber)}[/"${subscriber}"/]`),
    ...recorders.map(
      ({ service, command, event }) => `  ${idOf(`${service}.${command}`)} --> ${event}`,
    ),
    ...followers.map(({ event, subscriber, due }) =>
      due
        ? `  ${event} -->|"at ${due}"| ${idOf(subscriber)}`
        : `  ${event} --> ${idOf(subscriber)}`,
    ),
  ].join("\n");
}

/** What Mermaid takes for a name. */
function idOf(name: string): string {
  return name.replace(/\W/g, "_");
}

function section(type: DomainEventType, { recorders, followers }: Flow): string {
  const by = recorders
    .filter(({ event }) => event === type)
    .map(({ command, file }) => `[\`${command}\`](../${file})`);
  const follow = followers.filter(({ event }) => event === type).map(followerInWords);
  const versions = describeFacts(type).map(
    ({ version, shapes }) =>
      `${versionInWords(type, version)}\n\n${shapes.map(factTable).join("\n\n")}\n\nSuch as \`${JSON.stringify(publishedSamples[type][version]?.[0])}\``,
  );
  return [
    `## ${type}`,
    `${domainEvents[type].meaning} About: \`${domainEvents[type].subject}\`. Recorded by ${by.join(", ")}.`,
    follow.length > 0 ? follow.join("\n") : "Nothing follows yet: it is kept as history.",
    ...versions,
  ].join("\n\n");
}

function followerInWords({ subscriber, does, file, due, retries }: Follower): string {
  const when = due ? `at \`${due}\`, ` : "";
  return `- [\`${subscriber}\`](../${file}): ${does} (${when}${retries} retries)`;
}

function versionInWords(type: DomainEventType, version: number): string {
  return version === domainEvents[type].versions.length
    ? `**Version ${version}**, today's:`
    : `**Version ${version}**, still read:`;
}

function factTable(facts: Fact[]): string {
  const rows = facts.map(
    ({ name, type, unit, meaning }) =>
      `| \`${name}\` | ${type}${unit ? `, ${unit}` : ""} | ${meaning ?? ""} |`,
  );
  return ["| fact | type and unit | meaning |", "|---|---|---|", ...rows].join("\n");
}
