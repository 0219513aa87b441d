import fc from "fast-check";
import Stripe from "stripe";
import { checkInvariants } from "#db/invariants/check-invariants.ts";
import { environment } from "#kernel/environment.ts";
import type { OrderId, TicketId, UserId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { refundOrder } from "#lib/payments/refunds/refund-order.ts";
import { startPayment } from "#lib/payments/start/start-payment.ts";
import { updateTicket } from "#lib/tickets/update-ticket.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import { aRequest, aTicket, aUser, anEvent, callOff } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, ticketRow } from "#test/support/read-back.ts";
import { payWith } from "#test/support/use-stripe.ts";
import { lastDomainEvent, letAllFollow } from "./let-all-follow.ts";
import { anyStory, type Buyer, cards, sentence, type Step } from "./steps.ts";

/** The people of one story, and what they have so far. */
type World = {
  seller: UserId;
  people: Record<Buyer, UserId>;
  ticketId: TicketId | null;
  eventId: Awaited<ReturnType<typeof anEvent>>;
  orders: Partial<Record<Buyer, OrderId>>;
};

/**
 * Plays a story: step by step, the invariants checked after each, and after everything has followed those that hold at
 * rest. A step that is refused is part of the story. Throws at what is broken, naming the step and the truth.
 */
export async function play(story: readonly Step[]): Promise<void> {
  const known = await broken(true);
  const eventId = await anEvent();
  const people = { Ben: await aUser(), Zoe: await aUser() };
  const world: World = { seller: await aUser(), people, ticketId: null, eventId, orders: {} };
  for (const step of story) {
    await take(world, step);
    expectNew(known, await broken(false), sentence(step));
  }
  await letAllFollow(await lastDomainEvent(), []);
  await passTime(20 * 60);
  await letAllFollow(await lastDomainEvent(), []);
  expectNew(known, await broken(true), "Everything has followed.");
}

type Search = {
  runs: number;
  seed: number;
  /** How a story is played; it throws at what is broken. */
  how?: (story: readonly Step[]) => Promise<void>;
};

/** Looks for a story that breaks something. Throws with the shortest it found, as sentences; with its seed and path. */
export async function lookForABrokenStory({ runs, seed, how = play }: Search): Promise<void> {
  const result = await fc.check(fc.asyncProperty(anyStory, how), { numRuns: runs, seed });
  if (!result.failed || !result.counterexample) return;
  const { story, why } = await shorten(result.counterexample[0], how);
  const told = story.map((step, index) => `${index + 1}. ${sentence(step)}`).join("\n");
  throw new Error(`${told}\n${why}\nSeed ${result.seed}, path ${result.counterexamplePath}.`);
}

type Broken = { story: readonly Step[]; why: string };

/** Leaves out every step without which it still breaks: fast-check's own shrinking keeps some. */
async function shorten(story: readonly Step[], how: typeof play): Promise<Broken> {
  const why = await whyBroken(story, how);
  for (const index of story.keys()) {
    const shorter = story.toSpliced(index, 1);
    if (await whyBroken(shorter, how)) return shorten(shorter, how);
  }
  return { story, why: why ?? "It did not break again: it hangs on what was there before." };
}

function whyBroken(story: readonly Step[], how: typeof play): Promise<string | null> {
  return how(story).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

async function take(world: World, step: Step): Promise<void> {
  try {
    await act(world, step);
  } catch (error) {
    if (!(error instanceof Refusal) && !isRefusedByStripe(error)) throw error;
  }
}

/** A card given for a payment that is over: Stripe says so to the browser, and not to us. */
function isRefusedByStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError;
}

async function act(world: World, step: Step): Promise<unknown> {
  const { seller, people, ticketId, eventId, orders } = world;
  if (step.does === "wait") return passTime(step.minutes * 60);
  if (step.does === "work") return letAllFollow(await lastDomainEvent(), []);
  if (step.does === "call-off") return callOff(eventId);
  if (step.does === "list")
    return (world.ticketId = (await aTicket({ sellerId: seller, eventId })).id);
  if (!ticketId) return null;
  const { version, title, price, currency } = await ticketRow(ticketId);
  const listed = { ticketId, version };
  if (step.does === "withdraw") return withdrawTicket(seller, listed);
  if (step.does === "edit") {
    const details = { title, price, currency, section: null, row: null, seat: null, admits: 1 };
    return updateTicket(seller, { ...listed, ...details, price: step.price });
  }
  const [buyerId, orderId] = [people[step.who], orders[step.who]];
  if (step.does === "buy") {
    orders[step.who] = await createOrder(buyerId, aRequest(ticketId, { ticketVersion: version }));
    return null;
  }
  if (!orderId) return null;
  if (step.does === "cancel") return cancelOrder(buyerId, { orderId });
  if (step.does === "refund") return refundOrder(orderId);
  await startPayment(buyerId, { orderId });
  const [charge] = await chargesOf(orderId);
  return charge?.stripeId ? payWith(cards[step.card], charge.stripeId) : null;
}

/** What denies an invariant now, each as a text. */
async function broken(atRest: boolean): Promise<Set<string>> {
  const found = await checkInvariants(environment().DATABASE_URL, { atRest });
  return new Set(
    found.flatMap(({ truth, rows }) => rows.map((row) => `${truth} ${JSON.stringify(row)}`)),
  );
}

/** What an earlier story broke is told once: shrinking goes on in the same database. */
function expectNew(known: Set<string>, now: Set<string>, after: string): void {
  const fresh = [...now].filter((each) => !known.has(each));
  if (fresh.length > 0) throw new Error(`Broken after “${after}”: ${fresh.join("; ")}`);
}
