import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { sessions, signInPlaces, users } from "#db/schema/auth.ts";
import { confirmations } from "#db/schema/confirmations.ts";
import { passkeys, recoveryCodes, secondFactors } from "#db/schema/second-factors.ts";
import { orders } from "#db/schema/orders.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "#db/transaction.ts";
import { violatedConstraint } from "#db/sql-state.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import { anAccount, from, openAccount, password } from "#test/support/accounts.ts";
import { aRequest, aTicket, anEvent } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { adaWithPasskey, beginning, shown } from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { optionsForSignIn } from "../passkeys/passkey-options.ts";
import { confirmSetUp } from "../second-factor/set-up-second-factor.ts";
import { signInByPasskey } from "../sign-in-by-passkey.ts";
import { closeAccount } from "./close-account.ts";
import { exportAccount } from "./export-account.ts";
import { endOwnSession, findSession, listSessions } from "../sessions/sessions.ts";
import { signIn } from "../sign-in.ts";
import { signUp } from "./sign-up.ts";
import { lockUser } from "./update-user.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

const here = from("198.51.100.1");

async function ada() {
  const account = anAccount();
  const { userId, sessionId } = await openAccount(account, here);
  return { email: account.email, id: userId, sessionId };
}

const close = (self: Awaited<ReturnType<typeof ada>>) =>
  closeAccount(self, { currentPassword: password });

test("a closed account says nothing of who it was, and nobody signs in to it", async () => {
  const { self, device } = await adaWithPasskey();
  await signUp(anAccount({ email: self.email }), here); // asked once more
  const { secret } = await beginning(self);
  await confirmSetUp(self, { code: await shown(secret) });
  await passTime(60);
  await closeAccount(self, { currentPassword: password, code: await shown(secret) });
  const passkey = device.answer(await optionsForSignIn());
  expect((await refusalOf(signInByPasskey(passkey, here))).code).toBe("passkey-unknown");
  const kept = only(await db().select().from(users).where(eq(users.id, self.id)));
  expect(kept).toMatchObject({ name: "Closed account", email: `${self.id}@closed.invalid` });
  expect(kept.closedAt).not.toBeNull();
  for (const table of [
    sessions,
    signInPlaces,
    confirmations,
    passkeys,
    secondFactors,
    recoveryCodes,
  ])
    expect(await db().select().from(table).where(eq(table.userId, self.id))).toEqual([]);
  const asked = db().select().from(confirmations).where(eq(confirmations.email, self.email));
  expect(await asked).toEqual([]);
  expect(await findSession(self.sessionId)).toBeNull();
  expect((await refusalOf(signIn({ email: self.email, password }, here))).code).toBe(
    "wrong-email-or-password",
  );
  expect((await refusalOf(signIn({ email: kept.email, password }, here))).code).toBe(
    "wrong-email-or-password",
  );
  await openAccount(anAccount({ email: self.email }), here); // the address is free again
});

test("what is on the market and what is being paid for stand in the way, both of them named", async () => {
  const self = await ada();
  const listed = await aTicket({ sellerId: self.id });
  const wanted = await aTicket();
  const orderId = await createOrder(self.id, aRequest(wanted.id));
  const refusal = await refusalOf(close(self));
  expect(refusal).toEqual({
    code: "account-in-use",
    details: {
      obstacles: [
        "1 ticket is on the market: withdraw what you offer.",
        "1 order is waiting for payment: pay or cancel first.",
      ],
    },
  });
  await withdrawTicket(self.id, { ticketId: listed.id, version: 1 });
  await cancelOrder(self.id, { orderId });
  await close(self);
  expect(await db().select().from(orders).where(eq(orders.userId, self.id))).toHaveLength(1);
});

test("what is over or sold does not: nobody is kept for it", async () => {
  const self = await ada();
  const eventId = await anEvent({ startsAt: new Date(Date.now() - 60_000) });
  await aTicket({ sellerId: self.id, eventId });
  await close(self);
});

test("it asks for the password", async () => {
  const self = await ada();
  const refusal = await refusalOf(closeAccount(self, { currentPassword: "a guess" }));
  expect(refusal.code).toBe("wrong-password");
  expect(await findSession(self.sessionId)).not.toBeNull();
});

test("who lists or buys while it is being closed waits, and is refused", async () => {
  const self = await ada();
  const [eventId, wanted] = [await anEvent(), await aTicket()];
  const list = () => aTicket({ sellerId: self.id, eventId });
  const buy = () => createOrder(self.id, aRequest(wanted.id));
  let attempts: Promise<unknown>[] = [];
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    attempts = [list(), buy()].map((attempt) => attempt.catch((error: unknown) => error));
    const quick = new Promise((resolve) => setTimeout(resolve, 200, "waits"));
    expect(await Promise.race([...attempts, quick])).toBe("waits");
    await tx.update(users).set({ closedAt: new Date() }).where(eq(users.id, self.id));
  });
  const [listing, buying] = await Promise.all(attempts);
  expect([violatedConstraint(listing), violatedConstraint(buying)]).toEqual([
    "closed_account_sells_nothing",
    "closed_account_buys_nothing",
  ]);
  expect(await db().select().from(tickets).where(eq(tickets.userId, self.id))).toEqual([]);
});

test("sessions are listed, the one used last first, and ended one by one; nobody ends another's", async () => {
  const [self, other] = [await ada(), await ada()];
  const phone = await signIn(
    { email: self.email, password },
    from("192.0.2.1", { userAgent: "a phone" }),
  );
  const listed = await listSessions(self.id);
  expect(listed.map(({ userAgent }) => userAgent)).toEqual(["a phone", "a browser"]);
  await endOwnSession(other.id, phone.sessionId);
  expect(await findSession(phone.sessionId)).not.toBeNull();
  await endOwnSession(self.id, phone.sessionId);
  expect(await findSession(phone.sessionId)).toBeNull();
  expect((await listSessions(self.id)).map(({ id }) => id)).toEqual([self.sessionId]);
});

test("a person takes along what we keep about them, and nothing about others or of what guards the account", async () => {
  const self = await ada();
  await aTicket({ sellerId: self.id, title: "Mine" });
  const theirs = await aTicket({ title: "Theirs" });
  await createOrder(self.id, aRequest(theirs.id));
  const kept = await exportAccount(self.id);
  expect(kept).toMatchObject({
    account: { name: "Ada", email: self.email },
    signedIn: [{ userAgent: "a browser" }],
    listings: [{ title: "Mine", price: 4500 }],
    orders: [{ ticket: "Theirs", status: "created" }],
  });
  expect(JSON.stringify(kept)).not.toMatch(/argon2|passwordHash|Somebody/);
});
