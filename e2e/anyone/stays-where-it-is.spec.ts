import { aTicketOnOffer } from "../at-once.ts";
import { expect, test } from "../test.ts";

for (const width of [360, 1280])
  test(`nothing moves while a page comes, at ${width} pixels`, async ({ someone }) => {
    const page = await someone({ viewport: { width, height: 800 } });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ("value" in entry) shifts.push(Number(entry.value));
      }).observe({ type: "layout-shift", buffered: true });
    });
    const ticket = await aTicketOnOffer();
    await page.goto(ticket);
    const event = await page.locator('main a[href^="/events/"]').first().getAttribute("href");
    for (const path of ["/", "/?q=a", event ?? "", ticket, "/help"]) {
      await page.goto(path, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // Shifts are told with the frame after them.
      const moved = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                const { shifts } = globalThis as typeof globalThis & { shifts: number[] };
                resolve(shifts.reduce((sum, each) => sum + each, 0));
              }),
            );
          }),
      );
      expect(moved, path).toBeLessThan(0.001);
    }
  });
