/** The cookie that remembers a hidden clock; without it the clock is shown. */
export const clockCookie = "clock";
const hidden = "hidden";

export function isClockHidden(cookie: string | undefined): boolean {
  return cookie === hidden;
}

/** What the cookie is to hold; null where it is not needed. */
export function clockChoice(isHidden: boolean): string | null {
  return isHidden ? hidden : null;
}
