import type { Failpoint, Role } from "#test/mutants/failpoints.ts";
import type { Random } from "../random.ts";

/** Kills a process when it first reaches the failpoint between these times, in milliseconds from its own start. */
export type Kill = { failpoint: string; from: number; until: number };

export type KillSchedule = {
  /** How the next process of its kind is killed; null when it is to live. */
  next(role: Role): Kill | null;
  record(role: Role, failpoint: string): void;
  /** How many processes were killed at each failpoint. */
  killedAt: ReadonlyMap<string, number>;
  killsOf(role: Role): number;
};

/**
 * How long a process lives at least, from and to, in milliseconds. Workers mostly live long enough to look after
 * the jobs of killed ones, which they do every five seconds.
 */
const lifetimes: Record<Role, [number, number]> = {
  web: [6_000, 12_000],
  worker: [6_000, 12_000],
};

/** A kill for every process that starts before `until` and comes past one of `failpoints`, mostly where fewest were killed so far. */
export function scheduleKills(
  random: Random,
  until: number,
  failpoints: Failpoint[],
): KillSchedule {
  const killedAt = new Map(failpoints.map(({ name }) => [name, 0]));
  const kills: Record<Role, number> = { web: 0, worker: 0 };
  return {
    next(role) {
      const from = random.between(...lifetimes[role]);
      const left = until - Date.now();
      const names = failpoints.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
      if (from > left || names.length === 0) return null;
      const fewest = Math.min(...names.map((name) => killedAt.get(name) ?? 0));
      const neglected = names.filter((name) => killedAt.get(name) === fewest);
      // Not always: if a neglected one is never reached, processes are still killed elsewhere.
      const failpoint = random.pick(random.chance(0.85) ? neglected : names);
      return { failpoint, from, until: left };
    },
    record(role, failpoint) {
      killedAt.set(failpoint, (killedAt.get(failpoint) ?? 0) + 1);
      kills[role] += 1;
    },
    killedAt,
    killsOf: (role) => kills[role],
  };
}
