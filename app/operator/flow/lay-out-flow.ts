import type { Flow } from "#lib/domain-events/flow.ts";

export type Node = {
  id: string;
  label: string;
  /** The part of the page that says more: a domain event's name, or a subscriber's. */
  target: string;
  /** Its middle, from the top. */
  y: number;
};
export type Edge = {
  from: Node;
  to: Node;
  /** The fact that says when it is due. */ due: string | null;
};
export type Layout = {
  commands: Node[];
  events: Node[];
  subscribers: Node[];
  records: Edge[];
  follows: Edge[];
  height: number;
};

export const rowHeight = 40;

/**
 * Places commands, domain events and subscribers in three columns: domain events evenly in the catalogue's order, the
 * others as near as they can be to what they are joined with, none over another.
 */
export function layOutFlow({ recorders, followers }: Flow, types: readonly string[]): Layout {
  const events = types.map((type, row) => node(type, type, type, row));
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const [commands, records] = place(
    recorders.map(({ service, command, event }) => ({
      name: `${service}.${command}`,
      label: command,
      event,
      target: event,
      due: null,
    })),
    eventOf,
  );
  const [subscribers, follows] = place(
    followers.map(({ subscriber, event, due }) => ({
      name: subscriber,
      label: subscriber,
      event,
      target: subscriber,
      due,
    })),
    eventOf,
  );
  const rows = Math.max(events.length, lastRow(commands), lastRow(subscribers));
  return {
    commands,
    events,
    subscribers,
    records: records.map(({ event, other, due }) => ({ from: other, to: event, due })),
    follows: follows.map(({ event, other, due }) => ({ from: event, to: other, due })),
    height: rows * rowHeight,
  };
}

type Joined = { name: string; label: string; event: string; target: string; due: string | null };
type Join = { event: Node; other: Node; due: string | null };

function place(joined: Joined[], eventOf: Map<string, Node>): [Node[], Join[]] {
  const byName = Map.groupBy(joined, ({ name }) => name);
  const wanted = [...byName]
    .map(([name, joins]) => ({ name, joins, y: middleOf(joins, eventOf) }))
    .toSorted((one, other) => one.y - other.y);
  const nodes: Node[] = [];
  for (const { name, joins, y } of wanted) {
    const above = nodes.at(-1)?.y ?? -rowHeight / 2;
    const [{ label, target } = { label: name, target: name }] = joins;
    nodes.push({ id: name, label, target, y: Math.max(y, above + rowHeight) });
  }
  const nodeOf = new Map(nodes.map((each) => [each.id, each]));
  const joins = joined.flatMap(({ name, event, due }): Join[] => {
    const [one, other] = [eventOf.get(event), nodeOf.get(name)];
    return one && other ? [{ event: one, other, due }] : [];
  });
  return [nodes, joins];
}

function middleOf(joins: Joined[], eventOf: Map<string, Node>): number {
  const heights = joins.map(({ event }) => eventOf.get(event)?.y ?? 0);
  return heights.reduce((sum, y) => sum + y, 0) / Math.max(heights.length, 1);
}

function node(id: string, label: string, target: string, row: number): Node {
  return { id, label, target, y: (row + 0.5) * rowHeight };
}

function lastRow(nodes: Node[]): number {
  return Math.ceil(((nodes.at(-1)?.y ?? 0) + rowHeight / 2) / rowHeight);
}
