import type { Random } from "../random.ts";
import type { Breakpoint, Role } from "./breakpoints.ts";

/** Where one process dies: at its first coming past in a time counted in milliseconds from its own start. */
export type Death = { breakpoint: string; from: number; until: number };

export type DeathPlan = {
  /** How the next process of its kind dies; null when it is to live. */
  next(role: Role): Death | null;
  note(role: Role, breakpoint: string): void;
  /** How many have died at each. */
  died: ReadonlyMap<string, number>;
  deathsOf(role: Role): number;
};

/**
 * How long a process lives, from and to, in milliseconds. Workers mostly long enough to look after the jobs of dead
 * ones, which they do every five seconds.
 */
const lives: Record<Role, [number, number]> = { web: [6_000, 12_000], worker: [6_000, 12_000] };

/** A death for every process that comes past one of `at` and starts before `until`, mostly where fewest have died so far. */
export function planDeaths(random: Random, until: number, at: Breakpoint[]): DeathPlan {
  const died = new Map(at.map(({ name }) => [name, 0]));
  const deaths: Record<Role, number> = { web: 0, worker: 0 };
  return {
    next(role) {
      const from = random.between(...lives[role]);
      const left = until - Date.now();
      const names = at.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
      if (from > left || names.length === 0) return null;
      const fewest = Math.min(...names.map((name) => died.get(name) ?? 0));
      const neglected = names.filter((name) => died.get(name) === fewest);
      // Not always: nobody may ever come past a neglected one, and then nobody would die anywhere else.
      const breakpoint = random.pick(random.chance(0.85) ? neglected : names);
      return { breakpoint, from, until: left };
    },
    note(role, breakpoint) {
      died.set(breakpoint, (died.get(breakpoint) ?? 0) + 1);
      deaths[role] += 1;
    },
    died,
    deathsOf: (role) => deaths[role],
  };
}
