import type { z } from "zod";
import { domainEvents } from "./catalogue.ts";

type DomainEvents = typeof domainEvents;
export type DomainEventType = keyof DomainEvents;
export const domainEventTypes = Object.keys(domainEvents) as DomainEventType[]; // keys of the literal above

/** The facts a domain event of this type carries, in today's shape. */
export type DomainEventData<Type extends DomainEventType> = z.output<
  DomainEvents[Type]["versions"][number]
>;

export type DomainEvent<Type extends DomainEventType = DomainEventType> = {
  [T in Type]: { id: string; type: T; occurredAt: Date; data: DomainEventData<T> };
}[Type];

export function currentVersion(type: DomainEventType): number {
  return domainEvents[type].versions.length;
}

/** The id of what the facts are about. */
export function subjectOf<Type extends DomainEventType>(
  type: Type,
  facts: DomainEventData<Type>,
): string {
  const named: Record<string, unknown> = facts;
  return String(named[domainEvents[type].subject]); // `define` requires it of every schema
}

/** Reads stored facts of any published version into today's shape. Throws when the version or its facts are unknown. */
export function parseDomainEventData<Type extends DomainEventType>(
  type: Type,
  version: number,
  data: unknown,
): DomainEventData<Type> {
  const schema = domainEvents[type].versions[version - 1];
  if (!schema) throw new Error(`${type} has no version ${version}.`);
  return schema.parse(data) as DomainEventData<Type>; // the schema was found under this type's name
}

export function isDomainEventType(text: string): text is DomainEventType {
  return Object.hasOwn(domainEvents, text); // `in` would find `constructor`
}
