/**
 * The moment at which clocks of a zone show a local time such as "2031-05-17T20:30"; null for what is no time. For
 * showing while it is typed: what is listed is read on the server, which refuses a time that those clocks skip.
 */
export function momentAt(local: string, timeZone: string): Date | null {
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(shown)) return null;
  const near = shown - aheadOfUtc(shown, timeZone);
  return new Date(shown - aheadOfUtc(near, timeZone)); // asked again, because the clocks may change in between
}

/** By how many milliseconds the clocks of a zone are ahead of UTC at a moment. */
function aheadOfUtc(at: number, timeZone: string): number {
  const clock = new Date(at).toLocaleString("sv-SE", { timeZone }); // "2031-05-17 20:30:00"
  return Date.parse(`${clock.replace(" ", "T")}Z`) - at;
}
