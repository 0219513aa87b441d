import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { countRowsOf } from "./counted-rows.ts";
import { anAccount, goodListing } from "./mallory.ts";
import { get, send } from "./plain-form.ts";

const long = "x".repeat(121);
const sql = "'; drop table tickets; --";
const html = "<script>alert(1)</script>";

/** Every one of these is refused in words, changes nothing, and leaves the process alive. */
const badListings: Record<string, Partial<typeof goodListing>> = {
  "an empty title": { title: "" },
  "a title of spaces": { title: "   " },
  "a title of 121 characters": { title: long },
  "a title with invisible characters": { title: "A\u202eseat" },
  "an empty price": { price: "" },
  "a price of zero": { price: "0" },
  "a negative price": { price: "-5" },
  NaN: { price: "NaN" },
  "a third decimal": { price: "19.999" },
  "an exponent": { price: "1e9" },
  "text for a price": { price: "much" },
  "full-width digits": { price: "４５" },
  "a price over the limit": { price: "1000000" },
  "SQL for a price": { price: sql },
  "yen with decimals": { currency: "jpy", price: "500.50" },
  "no people": { admits: "0" },
  "half a person": { admits: "1.5" },
  "a thousand people": { admits: "1000" },
  "text for people": { admits: "all" },
  "a section of 41 characters": { section: "x".repeat(41) },
  "people in hexadecimal": { admits: "0x10" },
  "people in powers of ten": { admits: "1e1" },
  "a title that shows nothing": { title: "\u3164" },
  "a title of empty cells": { title: "\u2800\u2800" },
  "a title that turns around": { title: "Two \u2067seats" },
  "an event in the year 9999": { startsAt: "9999-12-31T20:30", timeZone: "America/Los_Angeles" },
  "an event in the year 1": { startsAt: "0001-01-01T00:00" },
  "an event in the year 275760": { startsAt: "+275760-09-13T00:00" },
  "an event in the past": { startsAt: "2001-01-01T20:00" },
  "a day that does not exist": { startsAt: "2031-02-30T20:00" },
  "a time zone that does not exist": { timeZone: "Mars/Olympus" },
  "a country that does not exist": { country: "ZZ" },
  "a category that does not exist": { category: "heist" },
  "no venue": { venue: "" },
  "no event": { event: "" },
};

test("bad listings are refused in words, and nothing is listed", async () => {
  const seller = await anAccount();
  for (const [what, bad] of Object.entries(badListings)) {
    const answer = await send(seller, "/tickets/new", "event", { ...goodListing, ...bad });
    const page = await answer.text();
    expect(answer.status, what).toBeLessThan(500);
    expect(page, what).toContain('role="alert"');
    expect(page, what).not.toMatch(/at \w+ \(.*:\d+:\d+\)|digest/);
  }
  expect(await countRowsOf(seller.email)).toMatchObject({ tickets: 0 });
});

test("an unknown currency is never taken for another", async () => {
  const seller = await anAccount();
  const answer = await send(seller, "/tickets/new", "event", { ...goodListing, currency: "xbt" });
  expect(await answer.text()).toContain('role="alert"');
  expect(await countRowsOf(seller.email)).toMatchObject({ tickets: 0 });
});

test("SQL and HTML in every field are text, and stay text", async () => {
  const seller = await anAccount();
  const title = `${html} ${sql}`;
  const event = `${html} ${randomUUID()}`;
  const texts = {
    event,
    title,
    section: html,
    row: sql.slice(0, 20),
    seat: html,
    venue: html,
    city: sql,
  };
  const answer = await send(seller, "/tickets/new", "event", { ...goodListing, ...texts });
  expect(answer.status).toBe(303);
  const page = await (await get(seller, answer.headers.get("location") ?? "")).text();
  expect(page).not.toContain(html);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});
