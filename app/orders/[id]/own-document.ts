/**
 * Whether the browser loaded this very page. Reached by a link inside the app, it still has the security policy of
 * the page that was loaded before, which forbids Stripe's scripts. Without a navigation record the answer is yes:
 * reloading would not add one, and would go on for ever.
 */
export function isOwnDocument(): boolean {
  const [loaded] = performance.getEntriesByType("navigation");
  return loaded === undefined || new URL(loaded.name).pathname === window.location.pathname;
}
