import type { PgBoss } from "pg-boss";
import type {
  DomainEvent,
  DomainEventData,
  DomainEventType,
} from "#lib/domain-events/domain-events.ts";

/** Something that follows from a domain event. Its name is its queue's. Must be safe to run twice. */
export type Subscriber<Type extends DomainEventType> = {
  name: string;
  /** In a sentence, for whoever looks at the flow of domain events. */
  does: string;
  /** How long a failing job is retried before it is left to an operator; an hour and a half by default. */
  retryFor?: "days";
  run(event: DomainEvent<Type>, jobs: PgBoss): Promise<void>;
  /**
   * Does for many what it can do for all of them at once. Resolves to the ids of the domain events after which nothing
   * is left to do; `run` follows for the others.
   */
  runTogether?(events: DomainEvent<Type>[]): Promise<ReadonlySet<string>>;
};

export type Subscription = {
  on: DomainEventType;
  subscriber: Subscriber<DomainEventType>;
  /** When it is due; without this, at once. */
  due?: (event: DomainEvent) => Date;
};

/** "When this happens, that follows": at once, or at the time that `due` reads from the facts. */
export function when<Type extends DomainEventType>(
  on: Type,
  subscriber: Subscriber<Type>,
  due?: (facts: DomainEventData<Type>) => Date,
): Subscription {
  return {
    on,
    subscriber, // the relay gives it only events of type `on`
    ...(due && { due: (event: DomainEvent) => due(event.data as DomainEventData<Type>) }), // likewise
  };
}
