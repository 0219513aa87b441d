import type { Page, Request } from "@playwright/test";

/** Holds back matching requests of a page until `release` is called, as a very slow network would. */
export async function holdRequests(page: Page, isMeant: (request: Request) => boolean) {
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

/** Whether a request calls a server action, as our forms and buttons do. */
export function isAction(request: Request): boolean {
  return request.method() === "POST" && "next-action" in request.headers();
}
