/** Something that must not be, with the name of the check that found it. */
export type Violation = { check: string; detail: string };

export type Timing =
  | "job takeover"
  | "job takeover amid kills"
  | "web recovery"
  | "worker recovery"
  | "wait past the deadline";

/** What a run counts, times and finds. */
export type RunReport = {
  counts: Map<string, number>;
  longest: Map<Timing, number>;
  violations: Violation[];
  count(what: string, times?: number): void;
  /** Keeps the longest of its kind, in milliseconds. */
  time(what: Timing, milliseconds: number): void;
  violate(check: string, detail: string): void;
};

/** Of each check enough to see what is wrong, and not the same thing ten times a second. */
const shownOfEach = 5;

export function openRunReport(): RunReport {
  const counts = new Map<string, number>();
  const longest = new Map<Timing, number>();
  const violations: Violation[] = [];
  return {
    counts,
    longest,
    violations,
    count: (what, times = 1) => void counts.set(what, (counts.get(what) ?? 0) + times),
    time: (what, milliseconds) =>
      void longest.set(what, Math.max(longest.get(what) ?? 0, milliseconds)),
    violate(check, detail) {
      const alike = violations.filter((each) => each.check === check);
      if (alike.length < shownOfEach && alike.every((each) => each.detail !== detail))
        violations.push({ check, detail });
    },
  };
}
