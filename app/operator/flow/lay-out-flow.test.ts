import { expect, test } from "vitest";
import { domainEventTypes } from "#lib/domain-events/domain-events.ts";
import { readFlow } from "#lib/domain-events/flow.ts";
import { layOutFlow, rowHeight } from "./lay-out-flow.ts";

const flow = readFlow();
const layout = layOutFlow(flow, domainEventTypes);

test("everything is drawn once, and every line joins what it should", () => {
  expect(layout.events.map(({ id }) => id)).toEqual(domainEventTypes);
  expect(layout.records.map(({ from, to }) => [from.label, to.id])).toEqual(
    flow.recorders.map(({ command, event }) => [command, event]),
  );
  expect(layout.follows.map(({ from, to }) => [from.id, to.id])).toEqual(
    flow.followers.map(({ event, subscriber }) => [event, subscriber]),
  );
});

test.each(["commands", "events", "subscribers"] as const)(
  "no two %s lie over one another, and none lies outside",
  (column) => {
    const heights = layout[column].map(({ y }) => y);
    const gaps = heights.slice(1).map((y, index) => y - (heights[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(rowHeight);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(rowHeight / 2);
    expect(Math.max(...heights) + rowHeight / 2).toBeLessThanOrEqual(layout.height);
  },
);

test("a domain event that nobody records or follows stands alone", () => {
  const alone = layOutFlow({ recorders: [], followers: [] }, ["OrderTeleported"]);
  expect([alone.events.length, alone.records, alone.follows]).toEqual([1, [], []]);
  expect(alone.height).toBe(rowHeight);
});
