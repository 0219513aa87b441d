import type { Page, Request } from "@playwright/test";

/** A network so slow that what is asked for does not arrive before `release` is called. */
export async function hold(page: Page, isMeant: (request: Request) => boolean) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const held: string[] = [];
  await page.route("**/*", async (route) => {
    if (!isMeant(route.request())) return route.fallback();
    held.push(route.request().url());
    await released;
    await route.continue();
  });
  return { held, release };
}

/** What a form or a button of ours sends. */
export function isAction(request: Request): boolean {
  return request.method() === "POST" && "next-action" in request.headers();
}
