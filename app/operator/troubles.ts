import { durationInWords } from "#kernel/duration-in-words.ts";
import type { Health } from "#lib/operations/read-health.ts";

/** Something that does not work as it should, since when, and the one thing to do about it. */
export type Trouble = { what: string; next: string };

/** What of the health of the system an operator has to do something about. */
export function troublesIn(health: Health): Trouble[] {
  const { workerSeenSecondsAgo: seen, outboxLagSeconds, lateJobs, invariants } = health;
  const sentences: Record<Health["degraded"][number], Trouble> = {
    migrations: {
      what: "The database is older than this program",
      next: "Run npm run db:migrate with the DATABASE_URL of this deployment.",
    },
    worker: {
      what:
        seen === null
          ? "No worker has ever run"
          : `No worker has been seen for ${durationInWords(Math.round(seen))}`,
      next: "Start one with npm run worker, and look at what the last one printed.",
    },
    outbox: {
      what: `Domain events have been waiting for ${durationInWords(Math.round(outboxLagSeconds))}`,
      next: "Look at what the worker prints: it hands them on as soon as it can.",
    },
    jobs: {
      what: `Jobs are late: ${lateJobs
        .map(({ queue, lateSeconds }) => `${queue} ${durationInWords(Math.round(lateSeconds))}`)
        .join(", ")}`,
      next: "Start another worker, or look at why that queue is slow.",
    },
    invariants: {
      what: `Broken invariants: ${invariants.broken.join(", ")}`,
      next: "Run npm run invariants: it names the rows. Nothing mends them by itself.",
    },
  };
  return health.degraded.map((name) => sentences[name]);
}
