const aYear = 365 * 24 * 60 * 60;

/** Keeps a choice of how pages look where the server can read it, so that the next page comes as chosen. Null forgets it. */
export function remember(cookie: string, choice: string | null): void {
  const age = choice === null ? 0 : aYear;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${cookie}=${choice ?? ""}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}
