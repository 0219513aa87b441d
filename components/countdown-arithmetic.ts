/** The arithmetic of the countdown. All times are in milliseconds. */

/** One instant on two clocks: one that cannot be set, and one that runs on while the computer sleeps. */
export type Reading = { steady: number; wall: number };

/** Under this the clock is bold, and a hidden clock says so. */
export const urgentUnder = 2 * 60_000;

/**
 * Time since `start`. The steady clock (`performance.now()`) may stop while the computer sleeps; the wall clock may be
 * set back or forward. The larger difference is taken: at worst the countdown ends a little early, and then the server is asked.
 */
export function elapsed(start: Reading, now: Reading): number {
  return Math.max(0, now.steady - start.steady, now.wall - start.wall);
}

export function remaining(atStart: number, start: Reading, now: Reading): number {
  return Math.max(0, atStart - elapsed(start, now));
}

/** "14:07". Rounded up, so that 0:00 means that the time is up. */
export function clockText(remainingMs: number): string {
  const seconds = Math.ceil(Math.max(0, remainingMs) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** For a page without a running clock: "about 15 minutes left". */
export function aboutText(remainingMs: number): string {
  if (remainingMs <= 0) return "Time is up";
  if (remainingMs < 45_000) return "less than a minute left";
  const minutes = Math.round(remainingMs / 60_000);
  return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
}

/** How long until the text of `clockText` changes. */
export function untilNextSecond(remainingMs: number): number {
  return remainingMs % 1000 || 1000;
}

const announcements = [
  { at: 10 * 60_000, text: "10 minutes left" },
  { at: 5 * 60_000, text: "5 minutes left" },
  { at: 2 * 60_000, text: "2 minutes left" },
  { at: 60_000, text: "1 minute left" },
  { at: 30_000, text: "30 seconds left" },
] as const;

/**
 * What to say aloud when the clock goes from `before` to `after`. A sleep may pass several marks: the last one is said, if
 * it is still about true.
 */
export function announcement(before: number, after: number): string | null {
  if (before > 0 && after <= 0) return "Time is up";
  const passed = announcements.findLast(({ at }) => before > at && after <= at);
  return passed && passed.at - after < 10_000 ? passed.text : null;
}

/** How many of the clock's marks are still to come: one for each minute of `totalMs`. */
export function marksLeft(remainingMs: number, totalMs: number, marks: number): number {
  if (totalMs <= 0) return 0;
  return Math.min(marks, Math.max(0, Math.ceil((remainingMs / totalMs) * marks)));
}
