import { jsonSchemaOf } from "#lib/domain-events/describe-facts.ts";
import { domainEvents } from "#lib/domain-events/catalogue.ts";
import { currentVersion, domainEventTypes } from "#lib/domain-events/domain-events.ts";
import type { Flow } from "#lib/domain-events/flow.ts";
import { publishedSamples } from "#lib/domain-events/samples.ts";

type Json = Record<string, unknown>;

/** The domain events as an AsyncAPI 3 document: a channel each, what is sent there, and who receives it. */
export function asyncApi({ followers }: Flow): Json {
  const entries = <Value>(of: (type: (typeof domainEventTypes)[number]) => Value) =>
    Object.fromEntries(domainEventTypes.map((type) => [type, of(type)]));
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Rowlock's domain events",
      version: "1",
      description:
        "Each is recorded in the transaction in which it happened, and relayed at least once.",
    },
    defaultContentType: "application/json",
    channels: entries((type) => ({
      address: type,
      description: domainEvents[type].meaning,
      messages: { [type]: { $ref: `#/components/messages/${type}` } },
    })),
    operations: {
      ...Object.fromEntries(
        domainEventTypes.map((type) => [
          `record${type}`,
          { action: "send", channel: { $ref: `#/channels/${type}` } },
        ]),
      ),
      ...Object.fromEntries(
        followers.map(({ event, subscriber, does }) => [
          `${subscriber}-${event}`,
          { action: "receive", channel: { $ref: `#/channels/${event}` }, summary: does },
        ]),
      ),
    },
    components: {
      messages: entries((type) => ({
        name: type,
        summary: domainEvents[type].meaning,
        payload: { $ref: `#/components/schemas/${type}` },
        examples: (publishedSamples[type][currentVersion(type)] ?? []).map((payload) => ({
          payload,
        })),
      })),
      schemas: entries((type) =>
        jsonSchemaOf(
          domainEvents[type].versions[currentVersion(type) - 1] ?? domainEvents[type].versions[0],
        ),
      ),
    },
  };
}
