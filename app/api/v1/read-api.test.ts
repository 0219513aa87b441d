import { globSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { GET as getDocument } from "#app/api/openapi.json/route.ts";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { newId, type UserId } from "#kernel/ids.ts";
import { openApiDocument, operations } from "#lib/integrations/api/open-api.ts";
import { representations } from "#lib/integrations/api/representations.ts";
import { makeAccessToken } from "#lib/integrations/tokens/manage-access-tokens.ts";
import { aTicket, anEvent, anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { ada } from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { GET as getEvent } from "./events/[id]/route.ts";
import { GET as listEvents } from "./events/route.ts";
import { GET as getOrder } from "./orders/[id]/route.ts";
import { GET as listOrders } from "./orders/route.ts";
import { GET as getTicket } from "./tickets/[id]/route.ts";
import { GET as listTickets, POST as postTickets } from "./tickets/route.ts";
import { GET as elsewhere } from "./[[...path]]/route.ts";

useDatabase();

const { EventPage, TicketPage, OrderPage, Event, Ticket, Order, Problem } = representations;

let token = "";
let reader: UserId;
beforeAll(async () => {
  const self = await ada();
  reader = self.id;
  token = await makeAccessToken(self, { name: "Books" });
});
beforeEach(async () => void (await db().delete(rateLimits)));

function ask(path: string, authorization: string | null = `Bearer ${token}`): Request {
  const headers = authorization === null ? {} : { authorization };
  return new Request(new URL(path, "http://localhost:3000"), { headers });
}

/** An answer that is granted, read as strictly as the document describes it. */
async function granted<Of>(answer: Promise<Response>, schema: z.ZodType<Of>): Promise<Of> {
  const { status, headers, json } = await read(answer);
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  return schema.parse(json);
}

async function refusedAs(answer: Promise<Response> | Response) {
  const { status, headers, json } = await read(answer);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(headers.get("cache-control")).toBe("no-store");
  const problem = Problem.parse(json);
  expect(problem.status).toBe(status);
  return { problem, headers };
}

async function read(answer: Promise<Response> | Response) {
  const answered = await answer;
  return { status: answered.status, headers: answered.headers, json: await answered.json() };
}

const named = (id: string) => ({ params: Promise.resolve({ id }) });

describe("what a token's owner reads", () => {
  test("is their tickets and orders, and nobody else's", async () => {
    const own = await aTicket({ sellerId: reader });
    const foreign = await aTicket();
    const { orderId } = await anOrder({ buyerId: reader });
    const another = await anOrder();
    const tickets = await granted(listTickets(ask("/api/v1/tickets")), TicketPage);
    expect(tickets.items.map(({ id }) => id)).toEqual([own.id]);
    const orders = await granted(listOrders(ask("/api/v1/orders")), OrderPage);
    expect(orders.items.map(({ id }) => id)).toEqual([orderId]);
    const ticket = await granted(getTicket(ask("/"), named(own.id)), Ticket);
    expect(ticket).toMatchObject({ price: { amount: 4500, currency: "eur" }, state: "available" });
    const order = await granted(getOrder(ask("/"), named(orderId)), Order);
    expect(order).toMatchObject({ status: "created", endedFor: null, refunded: null });
    const ids = ["1'--", newId(), foreign.id];
    for (const id of ids)
      expect((await refusedAs(getTicket(ask("/"), named(id)))).problem.status).toBe(404);
    for (const id of [another.orderId, newId(), ""])
      expect((await refusedAs(getOrder(ask("/"), named(id)))).problem.status).toBe(404);
  });

  test("says of a lock until when, and not who has it", async () => {
    const { id: ticketId } = await aTicket({ sellerId: reader });
    const { orderId, buyerId } = await anOrder({ ticketId });
    const ticket = await granted(getTicket(ask("/"), named(ticketId)), Ticket);
    expect(ticket.state).toBe("locked");
    expect(ticket.lockedUntil).toMatch(/^\d{4}-.*Z$/);
    expect(JSON.stringify(ticket)).not.toMatch(new RegExp(`${orderId}|${buyerId}`));
  });

  test("counts an order as over the moment its time is up", async () => {
    const { orderId } = await anOrder({ buyerId: reader });
    await passTime(901);
    const order = await granted(getOrder(ask("/"), named(orderId)), Order);
    expect(order).toMatchObject({ status: "created", endedFor: "expired" });
  });

  test("is events as anybody sees them: upcoming ones in the list, others by their id", async () => {
    const begun = await anEvent({ startsAt: new Date(Date.now() - 60_000) });
    const coming = await anEvent();
    const { items } = await granted(listEvents(ask("/api/v1/events?limit=100")), EventPage);
    expect(items.map(({ id }) => id)).toContain(coming);
    expect(items.map(({ id }) => id)).not.toContain(begun);
    expect(await granted(getEvent(ask("/"), named(begun)), Event)).toMatchObject({
      state: "begun",
    });
  });

  test("comes in pages that lead to one another, each row once, also those of one moment", async () => {
    const seller = await ada();
    const theirs = `Bearer ${await makeAccessToken(seller, { name: "Pages" })}`;
    const createdAt = new Date("2026-05-01T10:00:00.123Z");
    const made: string[] = [];
    for (let count = 0; count < 7; count += 1)
      made.push((await aTicket({ sellerId: seller.id, createdAt })).id);
    const seen: string[] = [];
    let next: string | null = "/api/v1/tickets?limit=3";
    while (next) {
      const page: z.output<typeof TicketPage> = await granted(
        listTickets(ask(next, theirs)),
        TicketPage,
      );
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(made.toSorted().toReversed());
  });

  test("comes in pages of events, the soonest first", async () => {
    const first = await granted(listEvents(ask("/api/v1/events?limit=1")), EventPage);
    const second = await granted(listEvents(ask(first.next ?? "")), EventPage);
    const [one, other] = [first.items[0]?.startsAt ?? "", second.items[0]?.startsAt ?? ""];
    expect(one <= other && first.items[0]?.id !== second.items[0]?.id).toBe(true);
  });
});

describe("what is refused says why", () => {
  test.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=2.5", "limit"],
    ["limit=many", "limit"],
    ["limit=", "limit"],
    ["cursor=", "cursor"],
    ["cursor=nonsense", "cursor"],
    [`cursor=${"A".repeat(401)}`, "cursor"],
    [`cursor=${Buffer.from('[1e99,"x"]').toString("base64url")}`, "cursor"],
  ])("%s", async (query, parameter) => {
    for (const list of [listTickets, listOrders, listEvents]) {
      const { problem } = await refusedAs(list(ask(`/?${query}`)));
      expect(problem).toMatchObject({ status: 422, errors: [{ parameter }] });
    }
  });

  test("without a good token, and how to show one", async () => {
    const none = await refusedAs(listTickets(ask("/", null)));
    expect(none.headers.get("www-authenticate")).toBe('Bearer realm="rowlock"');
    const wrong = await refusedAs(listTickets(ask("/", `Bearer rowlock_${"A".repeat(43)}`)));
    expect(wrong.headers.get("www-authenticate")).toContain('error="invalid_token"');
    expect([none.problem.status, wrong.problem.status]).toEqual([401, 401]);
  });

  test("too often, and when to ask again", async () => {
    const asked = await Promise.all(Array.from({ length: 200 }, () => listEvents(ask("/"))));
    const refused = asked.find(({ status }) => status === 429);
    const { headers } = await refusedAs(refused ?? Response.json({}));
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("by another method, and where there is nothing", async () => {
    const posted = await refusedAs(postTickets());
    expect([posted.problem.status, posted.headers.get("allow")]).toEqual([
      405,
      "GET, HEAD, OPTIONS",
    ]);
    expect((await refusedAs(elsewhere())).problem.status).toBe(404);
  });
});

describe("the OpenAPI document", () => {
  test("is valid, and is what is answered", async () => {
    const document = await (await getDocument(ask("/api/openapi.json", null))).json();
    const validator = new Validator();
    expect(await validator.validate(document)).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.1");
    expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  test("describes every route there is, and no other", () => {
    const files = globSync("app/api/v1/**/route.ts").filter((file) => !file.includes("[["));
    const paths = files.map((file) =>
      file
        .replace(/^app/, "")
        .replace("/route.ts", "")
        .replaceAll(/\[(\w+)\]/g, "{$1}"),
    );
    expect(operations.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
  });
});
