import type { Random } from "../random.ts";
import { breakpoints, type Role } from "./breakpoints.ts";

/** Where one process dies: at its first coming past in a time counted in milliseconds from its own start. */
export type Death = { breakpoint: string; from: number; until: number };

export type DeathPlan = {
  /** How the next process of its kind dies; null when it is to live. */
  next(role: Role): Death | null;
  note(breakpoint: string): void;
  /** How many have died at each. */
  died: ReadonlyMap<string, number>;
  total(): number;
};

/** The web takes everybody who is buying with it; workers matter less. */
const lives: Record<Role, [number, number]> = { web: [7_000, 16_000], worker: [3_000, 10_000] };

/** A death for every process that starts before `until`, each at the breakpoint planned least often so far. */
export function planDeaths(random: Random, until: number): DeathPlan {
  const died = new Map(breakpoints.map(({ name }) => [name, 0]));
  const planned = new Map(died);
  return {
    next(role) {
      const from = random.between(...lives[role]);
      const left = until - Date.now();
      if (from > left) return null;
      const names = breakpoints.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
      const fewest = Math.min(...names.map((name) => planned.get(name) ?? 0));
      const breakpoint = random.pick(names.filter((name) => planned.get(name) === fewest));
      planned.set(breakpoint, fewest + 1);
      return { breakpoint, from, until: left };
    },
    note: (breakpoint) => void died.set(breakpoint, (died.get(breakpoint) ?? 0) + 1),
    died,
    total: () => [...died.values()].reduce((sum, times) => sum + times, 0),
  };
}
