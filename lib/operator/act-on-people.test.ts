import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { outbox } from "#db/schema/outbox.ts";
import { tickets } from "#db/schema/tickets.ts";
import { violatedConstraint } from "#db/sql-state.ts";
import { findSession } from "#lib/auth/sessions/sessions.ts";
import { passSecondFactor } from "#lib/auth/pass-second-factor.ts";
import { optionsForSignIn } from "#lib/auth/passkeys/passkey-options.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { signInByPasskey } from "#lib/auth/sign-in-by-passkey.ts";
import { makeAccessToken } from "#lib/integrations/tokens/manage-access-tokens.ts";
import { requireTokenOwner } from "#lib/integrations/tokens/require-token-owner.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { withdrawSwitchedOff } from "#lib/tickets/withdraw-switched-off.ts";
import { password } from "#test/support/accounts.ts";
import { aRequest, aTicket, aUser, anOrder } from "#test/support/factories.ts";
import {
  ada,
  adaWithApp,
  adaWithPasskey,
  codeOf,
  halfway,
  here,
  shown,
} from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { takeOffMarket } from "./act-on-orders.ts";
import { findAnything } from "./find-anything.ts";
import { findPerson } from "./find-person.ts";
import { readStory } from "./read-story.ts";
import { switchOff, switchOn } from "./switch-person.ts";

useDatabase();

const why = "It was stolen";

test("who is switched off is signed out, and no door lets them in", async () => {
  const operatorId = await aUser();
  const [plain, withPasskey, withApp] = [await ada(), await adaWithPasskey(), await adaWithApp()];
  const token = await makeAccessToken(plain, { name: "Books" });
  const waiting = await halfway(withApp.email);
  for (const { id } of [plain, withPasskey.self, withApp.self])
    await switchOff(operatorId, { userId: id, why });
  expect(await findSession(plain.sessionId)).toBeNull();
  const passkey = withPasskey.device.answer(await optionsForSignIn());
  const doors = [
    () => signIn({ email: plain.email, password }, here),
    () => signIn({ email: withApp.email, password }, here),
    () => signInByPasskey(passkey, here),
  ];
  for (const door of doors) expect(await codeOf(door())).toBe("account-switched-off");
  // The wait for a code ended with all sessions.
  expect(await codeOf(passSecondFactor(await shown(withApp.secret), waiting))).toBe("sign-in-over");

  expect(await codeOf(requireTokenOwner(`Bearer ${token}`, "198.51.100.7"))).toBe(
    "access-token-needed",
  );

  await switchOn(operatorId, { userId: plain.id, why: "It was found" });
  await signIn({ email: plain.email, password }, here);
  const story = await readStory([plain.id]);
  expect(story.flatMap(({ act }) => (act ? [act.why] : []))).toEqual([why, "It was found"]);
});

test("who was switched off lists and buys nothing, however late they are noticed", async () => {
  const [operatorId, other] = [await aUser(), await ada()];
  const ticket = await aTicket();
  await switchOff(operatorId, { userId: other.id, why });
  const listing = await aTicket({ sellerId: other.id }).catch((error: unknown) => error);
  expect(violatedConstraint(listing)).toBe("closed_account_sells_nothing");
  const buying = await createOrder(other.id, aRequest(ticket.id)).catch((error: unknown) => error);
  expect(violatedConstraint(buying)).toBe("closed_account_buys_nothing");
});

test("what they offer leaves the market, but for what somebody is paying for", async () => {
  const [operatorId, seller] = [await aUser(), await ada()];
  const [free, held] = [
    await aTicket({ sellerId: seller.id }),
    await aTicket({ sellerId: seller.id }),
  ];
  await createOrder(await aUser({ emailVerifiedAt: new Date() }), aRequest(held.id));
  await switchOff(operatorId, { userId: seller.id, why });
  await withdrawSwitchedOff();
  const rows = await db().select().from(tickets).where(eq(tickets.userId, seller.id));
  const withdrawn = rows.filter(({ withdrawnAt }) => withdrawnAt).map(({ id }) => id);
  expect(withdrawn).toEqual([free.id]);
});

test("nobody switches themselves off, and nothing is done twice", async () => {
  const [operatorId, other] = [await aUser(), await aUser()];
  expect(await codeOf(switchOff(operatorId, { userId: operatorId, why }))).toBe("own-account");
  const both = await Promise.allSettled([
    switchOff(operatorId, { userId: other, why }),
    switchOff(operatorId, { userId: other, why }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await switchOn(operatorId, { userId: other, why });
  expect(await codeOf(switchOn(operatorId, { userId: other, why }))).toBe("already-so");
});

test("a ticket is taken off the market with who did it and why, and not while somebody pays", async () => {
  const operatorId = await aUser({ name: "Olive" });
  const ticket = await aTicket();
  await takeOffMarket(operatorId, { ticketId: ticket.id, why });
  expect((await readStory([ticket.id])).map(({ type }) => type)).toEqual([
    "OperatorActed",
    "TicketWithdrawn",
  ]);
  const { ticketId } = await anOrder();
  expect(await codeOf(takeOffMarket(operatorId, { ticketId, why }))).toBe("ticket-locked");
  const told = await db().select().from(outbox).where(eq(outbox.subjectId, ticketId));
  expect(told.map(({ type }) => type)).not.toContain("OperatorActed");
});

test("an order, a ticket and a person are found by their number, a person by their email too", async () => {
  const { orderId, ticketId } = await anOrder();
  const id = await aUser({ email: "olive@example.com" });
  expect(await findAnything(` ${orderId.toUpperCase()} `)).toEqual({ kind: "order", id: orderId });
  expect(await findAnything(ticketId)).toEqual({ kind: "ticket", id: ticketId });
  expect(await findAnything(id)).toEqual({ kind: "person", id });
  expect(await findAnything("Olive@Example.com")).toEqual({ kind: "person", id });
  const [user] = await db().select().from(users).where(eq(users.id, id));
  expect(await findPerson(id)).toMatchObject({ name: user?.name, orderCount: 0, bought: [] });
  for (const nothing of ["", "pi_nothing", "'; --", "\0", "x".repeat(300), "nobody@example.com"])
    expect(await findAnything(nothing)).toBeNull();
});
