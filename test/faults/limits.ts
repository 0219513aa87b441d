import type { Longest, Tally } from "./tally.ts";

/** The longest anything may take, in milliseconds, and what that is. */
const allowed: Record<Longest, { most: number; truth: string }> = {
  "take-up": { most: 30_000, truth: "A killed worker's jobs are taken up within 30 s." },
  "take-up among deaths": {
    most: 60_000,
    truth: "They are within 60 s, whoever else dies at a breakpoint.",
  },
  "recovery of web": { most: 5_000, truth: "The web is back 5 s after Postgres is." },
  "recovery of worker": { most: 5_000, truth: "A worker is back 5 s after there is work again." },
  "past-deadline": { most: 90_000, truth: "Nobody waits for a payment 90 s past its deadline." },
};

export function limits({ longest, violate }: Tally): void {
  for (const [what, milliseconds] of longest) {
    const { most, truth } = allowed[what];
    if (milliseconds > most) violate(what, `${truth} It took ${milliseconds} ms.`);
  }
}
