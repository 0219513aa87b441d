import { request } from "node:http";
import postgres from "postgres";
import { expect, test } from "../test.ts";
import { newId } from "#kernel/ids.ts";
import { signInAtOnce } from "../at-once.ts";
import { refusal, signUp } from "../people.ts";
import { appUrl } from "./plain-form.ts";

test.use({ toBeExpected: /status of (400|404|413|500|503)/ });

test("an address with half a character in it is a page of ours, as not found", async () => {
  for (const path of ["/tickets/%ff", "/events/%ff", "/orders/%c3%28", "/%ff", "/tickets/%"]) {
    const answer = await fetch(appUrl() + path);
    const page = await answer.text();
    expect([path, answer.status]).toEqual([path, 404]);
    expect(page).toContain("There is nothing here");
    expect(page).toContain("Browse all events");
  }
});

test("what is not there is a page of ours without JavaScript too", async ({ someone }) => {
  const page = await someone({ javaScriptEnabled: false });
  await signInAtOnce(page);
  const unknown = ["/tickets/1", "/events/none", "/no/such/page"].concat(
    ["tickets", "orders"].map((room) => `/${room}/${newId()}`),
    `/tickets/${newId()}/edit`,
  );
  for (const path of unknown) {
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Browse all events" })).toBeVisible();
  }
});

const form = (fields: string) =>
  `--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n${fields}`;

test("a form that is cut short or too long is answered in our words", async () => {
  const send = (body: string) =>
    fetch(`${appUrl()}/sign-up`, {
      method: "POST",
      body,
      headers: { origin: appUrl(), "content-type": "multipart/form-data; boundary=x" },
    });
  const cut = await send(form("ada@example.com"));
  expect(cut.status).toBe(400);
  expect(await cut.text()).toContain("did not arrive whole");
  const long = await send(`${form("x".repeat(70_000))}\r\n--x--\r\n`);
  expect(long.status).toBe(413);
  expect(await long.text()).toContain("more than any form of ours sends");
});

test("so is one that does not say how long it is", async () => {
  const { status, text } = await sendInChunks(`${form("x".repeat(70_000))}\r\n--x--\r\n`);
  expect(status).toBe(413);
  expect(text).toContain("more than any form of ours sends");
});

function sendInChunks(body: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { origin: appUrl(), "content-type": "multipart/form-data; boundary=x" };
    const sent = request(`${appUrl()}/sign-up`, { method: "POST", headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode, text }));
    });
    sent.once("error", reject);
    sent.write(body.slice(0, 10_000));
    sent.end(body.slice(10_000));
  });
}

test.describe("a form that fails on our side", () => {
  test.describe.configure({ mode: "default" }); // one after the other: they share what they do to the database
  const title = "A ticket our database chokes on";
  const database = () => postgres(process.env["E2E_DATABASE_URL"] ?? "", { max: 1 });

  test.beforeAll(async () => {
    const sql = database();
    await sql.unsafe(`
      create or replace function choke() returns trigger language plpgsql as $$
      begin if new.title = '${title}' then raise exception 'choked on %', new.title; end if; return new; end $$;
      create or replace trigger choke before insert on tickets for each row execute function choke()`);
    await sql.end();
  });
  test.afterAll(async () => {
    const sql = database();
    await sql.unsafe("drop trigger choke on tickets; drop function choke");
    await sql.end();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`says so and keeps what was typed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      someone,
    }) => {
      const seller = await someone({ javaScriptEnabled });
      await signUp(seller, "Selma Seller");
      await seller.goto("/tickets/new");
      await seller.getByLabel("Event", { exact: true }).fill(`A play ${javaScriptEnabled}`);
      await seller.getByLabel("Venue").fill("Paradiso");
      await seller.getByLabel("City").fill("Amsterdam");
      await seller.getByLabel("Starts").fill("2031-05-17T20:30");
      await seller.getByLabel("Title").fill(title);
      await seller.getByLabel("Price").fill("45");
      await seller.getByRole("button", { name: "List ticket" }).click();
      await expect(refusal(seller).first()).toContainText("Something broke on our side");
      await expect(seller.getByLabel("Title")).toHaveValue(title);
      await expect(seller.getByLabel("Venue")).toHaveValue("Paradiso");
    });
  }
});
