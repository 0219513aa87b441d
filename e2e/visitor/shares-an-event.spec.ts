import { aTicketOnOffer } from "../at-once.ts";
import { expect, test } from "../test.ts";

const widthAt = 16;
const heightAt = 20;

test("a link to an event, and to its ticket, shows the poster elsewhere", async ({ someone }) => {
  const page = await someone();
  const ticket = await aTicketOnOffer();
  await page.goto(ticket);
  const ofTicket = await sharedPicture();
  await page.getByRole("link", { name: /^All tickets for/ }).click();
  await expect(page).toHaveURL(/\/events\//);
  await page.reload();
  const address = await sharedPicture();
  expect(ofTicket).toBe(address);

  const picture = await page.request.get(address);
  expect(picture.headers()).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, max-age=31536000, immutable",
  });
  const png = await picture.body();
  expect([png.readUInt32BE(widthAt), png.readUInt32BE(heightAt)]).toEqual([1200, 630]);

  for (const path of [ticket, page.url()]) {
    const html = await (await page.request.get(path)).text(); // as a crawler reads it
    const [head = "", ...more] = html.split("</head>");
    expect(more).toHaveLength(1);
    for (const tag of ["<title>", 'property="og:image"', 'name="description"'])
      expect(head, path).toContain(tag);
  }

  const other = address.replace(/[0-9a-f]{16}\.png$/, "0123456789abcdef.png");
  const elsewhere = await page.request.get(other, { maxRedirects: 0 });
  expect([elsewhere.status(), elsewhere.headers()["location"]]).toEqual([
    307,
    new URL(address).pathname,
  ]);
  const nowhere = await page.request.get("/events/no-such-event/shared/0123456789abcdef.png");
  expect(nowhere.status()).toBe(404);

  async function sharedPicture(): Promise<string> {
    const meta = (name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`);
    await expect(meta("og:image:width")).toHaveAttribute("content", "1200");
    await expect(meta("og:image:alt")).toHaveAttribute("content", /^Poster for /);
    await expect(meta("twitter:card")).toHaveAttribute("content", "summary_large_image");
    const found = await meta("og:image").getAttribute("content");
    expect(found).toMatch(/^https?:\/\/.*\/events\/.*\/shared\/[0-9a-f]{16}\.png$/);
    return found ?? "";
  }
});
