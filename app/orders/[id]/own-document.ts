/**
 * Whether the browser loaded this page as itself. Reached by a link inside the app, it still lives under the
 * security policy of the page that was loaded before, which lets nothing of Stripe's in. A browser that keeps no such
 * records is believed: reloading would tell no more, and never end.
 */
export function isOwnDocument(): boolean {
  const [loaded] = performance.getEntriesByType("navigation");
  return loaded === undefined || new URL(loaded.name).pathname === window.location.pathname;
}
