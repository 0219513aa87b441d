import type { StubEvent } from "#app/_parts/stub-facts.ts";

/** The event of the catalogue that a ticket is listed for. */
export type EventToSell = StubEvent & { id: string };
