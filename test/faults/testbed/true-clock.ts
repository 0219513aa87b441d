/** What time it is, in milliseconds, also in a process whose `Date` is wrong. */
export function trueTime(): number {
  return performance.timeOrigin + performance.now();
}
