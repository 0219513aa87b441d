import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { countRowsOf } from "./counted-rows.ts";
import { aListing, anAccount, anOrderOf, goodListing } from "./mallory.ts";
import { appUrl, get, send } from "./plain-form.ts";

test("what is not sent by a page of ours is forbidden", async () => {
  const mallory = await anAccount();
  const strangers: Record<string, string>[] = [
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const headers of strangers) {
    const answer = await send(mallory, "/tickets/new", "event", goodListing, headers);
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
  expect(await countRowsOf(mallory.email)).toMatchObject({ tickets: 0 });
});

test("a body over the limit is refused", async () => {
  const mallory = await anAccount();
  const answer = await send(mallory, "/tickets/new", "event", {
    ...goodListing,
    title: "x".repeat(70_000),
  });
  expect(answer.status).toBe(413);
});

test("what does not exist, is malformed or belongs to another user answers alike", async () => {
  const [seller, buyer, mallory] = [await anAccount(), await anAccount(), await anAccount()];
  const ticket = await aListing(seller);
  const ordered = await send(buyer, ticket, "requestKey", {});
  const order = ordered.headers.get("location") ?? "";
  expect(order).toMatch(/^\/orders\//);
  const theirs = [order, `${ticket}/edit`];
  const absent = [
    `/orders/${randomUUID()}`,
    "/orders/1",
    "/orders/%00",
    `/tickets/${randomUUID()}`,
    "/tickets/x'--",
    "/events/none",
  ];
  for (const path of [...theirs, ...absent]) {
    expect((await get(mallory, path)).status, path).toBe(404);
  }
  const cancelled = await send(mallory, await anOrderOf(mallory), "orderId", {
    orderId: order.slice("/orders/".length),
  });
  expect(cancelled.status).toBe(404);
  expect((await get(buyer, order)).status).toBe(200);
  expect(await (await get(buyer, order)).text()).toContain('data-order-status="created"');
});

test("forged fields lock nothing", async () => {
  const [seller, mallory] = [await anAccount(), await anAccount()];
  const ticket = await aListing(seller);
  const forgeries: Record<string, string>[] = [
    { ticketVersion: "0" },
    { ticketVersion: "2" },
    { ticketVersion: "x" },
    { requestKey: "x" },
    { ticketId: "x" },
  ];
  for (const forged of forgeries) {
    const answer = await send(mallory, ticket, "requestKey", forged);
    expect(await answer.text(), JSON.stringify(forged)).toContain('role="alert"');
  }
  const absent = await send(mallory, ticket, "requestKey", { ticketId: randomUUID() });
  expect(absent.status).toBe(404);
  expect(await countRowsOf(mallory.email)).toMatchObject({ orders: 0 });
});

test("looking locks nothing, and a forged return from Stripe grants nothing", async () => {
  const mallory = await anAccount();
  const order = await anOrderOf(mallory);
  const forged =
    "payment_intent=pi_1&payment_intent_client_secret=pi_1_secret&redirect_status=succeeded";
  const answer = await get(mallory, `${order}/return?${forged}`);
  expect(answer.headers.get("location")).toBe(order);
  expect(await (await get(mallory, `${order}?${forged}`)).text()).toContain(
    'data-order-status="created"',
  );
});

test("webhooks that Stripe did not sign are refused", async () => {
  const body = JSON.stringify({ id: "evt_1", object: "event", type: "payment_intent.succeeded" });
  const now = Math.floor(Date.now() / 1000);
  const forgeries: Record<string, string>[] = [
    {},
    { "stripe-signature": "" },
    { "stripe-signature": `t=${now},v1=${"0".repeat(64)}` },
    { "stripe-signature": "garbage" },
  ];
  for (const headers of forgeries) {
    const answer = await fetch(`${appUrl()}/api/webhooks/stripe`, {
      method: "POST",
      body,
      headers,
    });
    expect(answer.status, JSON.stringify(headers)).toBe(400);
  }
  const large = await fetch(`${appUrl()}/api/webhooks/stripe`, {
    method: "POST",
    body: "x".repeat(600_000),
  });
  expect(large.status).toBe(413);
});

test("strange requests are answered, and the process lives on", async () => {
  const strange: [string, RequestInit][] = [
    ["/", { headers: { authorization: "Bearer %" } }],
    ["/", { headers: { cookie: "rowlock-session=garbage" } }],
    ["/account", { headers: { cookie: `rowlock-session=${"x".repeat(4000)}` } }],
    ["/", { headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" } }],
    ["/?q=%00&category=%27", {}],
    [`/?q=${"%25".repeat(300)}`, {}],
    [
      "/",
      { method: "POST", headers: { origin: appUrl(), "next-action": "0".repeat(42) }, body: "[]" },
    ],
    ["/api/auth/session", { headers: { authorization: "Bearer %" } }],
  ];
  for (const [path, request] of strange) {
    const answer = await fetch(appUrl() + path, { redirect: "manual", ...request });
    expect(answer.status, `${path} ${JSON.stringify(request)}`).toBeLessThan(500);
  }
  expect((await fetch(`${appUrl()}/api/health`)).status).toBe(200);
});
