import { ticketState } from "#lib/tickets/ticket-state.ts";

const at = new Date("2026-11-22T20:00:00.000Z");
const before = new Date(at.getTime() - 1);
const after = new Date(at.getTime() + 1);

/** What each column may hold, in words, and an example of it. */
const soldAt = { null: null, set: before };
const withdrawnAt = { null: null, set: before };
const lockedUntil = { null: null, past: before, "this very moment": at, future: after };

const any = "any";
type Pattern = [soldAt: string, withdrawnAt: string, lockedUntil: string];
type Situation = { pattern: Pattern; state: string };

/** Every combination there is, and what `ticketState` makes of it. */
const situations: Situation[] = Object.entries(soldAt).flatMap(([sold, soldTime]) =>
  Object.entries(withdrawnAt).flatMap(([withdrawn, withdrawnTime]) =>
    Object.entries(lockedUntil).map(([locked, lockedTime]) => ({
      pattern: [sold, withdrawn, locked] as Pattern,
      state: ticketState(
        { soldAt: soldTime, withdrawnAt: withdrawnTime, lockedUntil: lockedTime },
        at,
      ),
    })),
  ),
);

/** All situations in as few rows as say the same: the widest pattern of one state first. */
export function ticketStateTable(): string {
  const left = new Set(situations);
  const rows: Situation[] = [];
  for (const pattern of patterns()) {
    const matching = situations.filter((each) => matches(pattern, each.pattern));
    const [first] = matching;
    if (!first || matching.some(({ state }) => state !== first.state)) continue;
    if (!matching.some((each) => left.has(each))) continue;
    rows.push({ pattern, state: first.state });
    for (const each of matching) left.delete(each);
  }
  return [
    "| `sold_at` | `withdrawn_at` | `locked_until` | the ticket is |",
    "|---|---|---|---|",
    ...rows.map(({ pattern, state }) => `| ${pattern.join(" | ")} | **${state}** |`),
  ].join("\n");
}

function patterns(): Pattern[] {
  const all = [soldAt, withdrawnAt, lockedUntil].map((marks) => [any, ...Object.keys(marks)]);
  const [sold = [], withdrawn = [], locked = []] = all;
  return sold
    .flatMap((one) => withdrawn.flatMap((two) => locked.map((three): Pattern => [one, two, three])))
    .toSorted((one, other) => width(other) - width(one));
}

function width(pattern: Pattern): number {
  return pattern.filter((mark) => mark === any).length;
}

function matches(pattern: Pattern, marks: Pattern): boolean {
  return pattern.every((mark, index) => mark === any || mark === marks[index]);
}
