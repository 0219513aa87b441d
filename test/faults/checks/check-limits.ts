import type { RunReport, Timing } from "../run-report.ts";

/** The longest anything may take, in milliseconds, and what that is. */
const allowed: Record<Timing, { most: number; truth: string }> = {
  "job takeover": { most: 30_000, truth: "A killed worker's jobs are taken over within 30 s." },
  "job takeover amid kills": {
    most: 60_000,
    truth: "They are within 60 s when other workers are killed at failpoints.",
  },
  "web recovery": { most: 5_000, truth: "The web is back 5 s after Postgres is." },
  "worker recovery": { most: 5_000, truth: "A worker is back 5 s after there is work again." },
  "wait past the deadline": {
    most: 90_000,
    truth: "No order waits for its payment 90 s past its deadline.",
  },
};

export function checkLimits({ longest, violate }: RunReport): void {
  for (const [what, milliseconds] of longest) {
    const { most, truth } = allowed[what];
    if (milliseconds > most) violate(what, `${truth} It took ${milliseconds} ms.`);
  }
}
