import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { codeSentTo } from "../mails.ts";
import { password } from "../people.ts";
import { appUrl, send, type Sender } from "./plain-form.ts";

/** Somebody who has just opened an account, and is signed in. */
export async function anAccount(
  home = appUrl(),
  { name = "Mallory", headers }: { name?: string; headers?: Record<string, string> } = {},
): Promise<Sender & { email: string; password: string; device: string }> {
  const sender = { cookie: "", home, email: `${randomUUID()}@example.com`, password };
  const account = { name, email: sender.email, password };
  const asked = await send(sender, "/sign-up", "next", account, headers);
  expect(asked.status).toBe(303);
  const device = sender.cookie; // in which the code is good
  const code = await codeSentTo(sender.email, home);
  const page = asked.headers.get("location") ?? "";
  const opened = await send(sender, page, "code", { code }, headers);
  expect(opened.status).toBe(303);
  return { ...sender, device };
}

export const goodListing = {
  event: "A night of bad input",
  category: "concert",
  venue: "Paradiso",
  city: "Amsterdam",
  country: "NL",
  timeZone: "Europe/Amsterdam",
  startsAt: "2031-05-17T20:30",
  title: "A seat",
  currency: "eur",
  price: "45",
  section: "",
  row: "",
  seat: "",
  admits: "1",
};

/** Lists a ticket, for a new event unless `event` names one. Returns its path. */
export async function aListing(seller: Sender, event = `An event ${randomUUID()}`) {
  const listed = await send(seller, "/tickets/new", "event", { ...goodListing, event });
  return listed.headers.get("location") ?? "";
}

/** Makes an order of the buyer for another seller's ticket. Returns its path. */
export async function anOrderOf(buyer: Sender): Promise<string> {
  const ticket = await aListing(await anAccount());
  const ordered = await send(buyer, ticket, "requestKey", {});
  return ordered.headers.get("location") ?? "";
}
