import type {
  DomainEvent,
  DomainEventData,
  DomainEventType,
} from "#lib/domain-events/domain-events.ts";

/** Something that follows from domain events. Its name is its queue's. Must be safe to run twice. */
export type Subscriber<Type extends DomainEventType> = {
  name: string;
  /** How long it is tried again and again before it is left to an operator; an hour and a half, unless told. */
  patience?: "days";
  run(event: DomainEvent<Type>): Promise<void>;
};

export type Subscription = {
  on: DomainEventType;
  subscriber: Omit<Subscriber<DomainEventType>, "run"> & {
    run(event: DomainEvent): Promise<void>;
  };
  /** When it is due; at once when there is no such time. */
  due?: (event: DomainEvent) => Date;
};

/** "When this happens, that follows", optionally not before a time that the facts name. */
export function when<Type extends DomainEventType>(
  on: Type,
  subscriber: Subscriber<Type>,
  due?: (facts: DomainEventData<Type>) => Date,
): Subscription {
  return {
    on,
    subscriber: subscriber as Subscription["subscriber"], // the relay gives it only events of type `on`
    ...(due && { due: (event: DomainEvent) => due(event.data as DomainEventData<Type>) }), // likewise
  };
}
