import type { aLockedOrder } from "./situations.ts";
import { chargesOf, orderRow, ticketRow } from "#test/support/read-back.ts";
import { caughtMails } from "./open-flows.ts";
import type { CaughtMail } from "#stack/mail-pages.ts";
import { type Account, lastDomainEvent, letAllFollow } from "./let-all-follow.ts";

/** An order and its people, as it stands before something happens to it. */
export type Held = Awaited<ReturnType<typeof aLockedOrder>>;
export type Cause = (held: Held) => Promise<unknown>;

/** What came of it: domain events, who followed, emails (`buyer: Your time ran out`), and how everything stands. */
export type Outcome = Account & {
  emails: string[];
  order: string;
  ticket: string;
  charges: string[];
};

/**
 * `await given(aLockedOrder()).when(timeRunsOut).settles()`: brings a situation about, lets something happen, lets all
 * that follows from it follow, and tells what that was. `when(a, b)` is both at once, before anything follows;
 * `.later(c)` is once everything has. Deterministic: nothing runs but what is asked for here, and time passes only when
 * a cause lets it.
 */
export function given(situation: Promise<Held>) {
  return { when: (...causes: Cause[]) => flow(situation, [causes]) };
}

function flow(situation: Promise<Held>, steps: Cause[][]) {
  return {
    later: (...causes: Cause[]) => flow(situation, [...steps, causes]),
    settles: async (): Promise<Outcome> => {
      const held = await situation;
      const about = [held.orderId, held.ticketId];
      await letAllFollow(await lastDomainEvent(), about); // what the situation itself made follow
      const before = new Set(caughtMails());
      const accounts: Account[] = [];
      for (const causes of steps) {
        const since = await lastDomainEvent();
        for (const cause of causes) await cause(held);
        accounts.push(await letAllFollow(since, about));
      }
      return {
        happened: accounts.flatMap(({ happened }) => happened),
        followed: accounts.flatMap(({ followed }) => followed),
        emails: emailsIn(caughtMails(), before, held),
        ...(await standing(held)),
      };
    },
  };
}

function emailsIn(mails: CaughtMail[], before: Set<CaughtMail>, { emails }: Held): string[] {
  return mails
    .filter((mail) => !before.has(mail))
    .toReversed() // the newest is caught first
    .map(({ to, subject }) => {
      const who = Object.entries(emails).find(([, address]) => to.includes(address));
      return `${who?.[0] ?? to}: ${subject}`;
    });
}

async function standing({ orderId, ticketId }: Held) {
  const [order, ticket, charges] = [
    await orderRow(orderId),
    await ticketRow(ticketId),
    await chargesOf(orderId),
  ];
  return {
    order: order.cancelReason ? `${order.status} (${order.cancelReason})` : order.status,
    ticket: ticket.soldAt ? "sold" : ticket.orderId ? "held" : "free",
    charges: charges.map(({ status }) => status),
  };
}
