import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import type { TicketId, UserId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import type { Figure } from "../report-figures.ts";
import { perSecond } from "../per-second.ts";
import { median } from "../quantile.ts";
import { reserveBare } from "./bare-reservation.ts";
import { type Market, plantMarket } from "./plant-market.ts";

/** Rounds of both, in turn: the machine's speed drifts, and only neighbours compare. */
const rounds = 7;
const perRound = 600;

/** Locking through `createOrder` beside the same statements alone, and refusing beside locking. */
export async function benchLock(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "32" });
  const bare = postgres(databaseUrl, { max: 32, onnotice: () => {} });
  const figures: Figure[] = [];
  for (const atOnce of [8, 32]) {
    const [ours, theirs] = await inTurn(atOnce, bare);
    figures.push({
      name: `createOrder, ${atOnce} at once`,
      value: median(ours),
      besides: median(theirs),
      besidesName: "bare postgres.js",
      ratio: median(ours.map((each, round) => each / (theirs[round] ?? each))),
      limit: 0.7,
    });
  }
  figures.push(await refusing(bare));
  await Promise.all([bare.end(), closeDatabase(), closeWakeConnection()]);
  return figures;
}

async function inTurn(atOnce: number, bare: postgres.Sql): Promise<[number[], number[]]> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await plantMarket(bare, perRound), await plantMarket(bare, perRound)];
    const our = await lockAll(one, atOnce);
    const their = await perSecond(perRound, atOnce, (index) =>
      reserveBare(bare, wanted(other, index)),
    );
    if (round === 0) continue; // warms up both
    ours.push(our);
    theirs.push(their);
  }
  return [ours, theirs];
}

/** Locks a market's first `count` tickets, each for a buyer of its own. Resolves to how many a second. */
export function lockAll(market: Market, atOnce: number, count = perRound): Promise<number> {
  return perSecond(count, atOnce, async (index) => {
    const { buyerId, ...input } = wanted(market, index);
    await createOrder(buyerId, { ...input, ticketVersion: 1 });
  });
}

async function refusing(bare: postgres.Sql): Promise<Figure> {
  const atOnce = 32;
  const [refused, locked]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const [free, taken] = [await plantMarket(bare, perRound), await plantMarket(bare, perRound)];
    const [ticketId, buyerId] = [taken.tickets[0], taken.buyers[0]];
    if (!ticketId || !buyerId) throw new Error("An empty market.");
    await createOrder(buyerId, { ticketId, ticketVersion: 1, requestKey: randomUUID() });
    locked.push(await lockAll(free, atOnce));
    refused.push(
      await perSecond(perRound - 1, atOnce, (index) =>
        beRefused(ticketId, taken.buyers[index + 1]),
      ),
    );
  }
  return {
    name: "refusing a locked ticket",
    value: median(refused),
    besides: median(locked),
    besidesName: "locking one",
    ratio: median(refused.map((each, round) => each / (locked[round] ?? each))),
    limit: 3,
  };
}

async function beRefused(ticketId: TicketId, buyerId: UserId | undefined): Promise<void> {
  if (!buyerId) throw new Error("A market without buyers.");
  const order = createOrder(buyerId, { ticketId, ticketVersion: 1, requestKey: randomUUID() });
  const refused = await order.then(
    () => false,
    (error: unknown) => error instanceof Refusal,
  );
  if (!refused) throw new Error("A locked ticket was locked again.");
}

function wanted({ tickets, buyers }: Market, index: number) {
  const [ticketId, buyerId] = [tickets[index], buyers[index]];
  if (!ticketId || !buyerId) throw new Error("The market is too small.");
  return { ticketId, buyerId, requestKey: randomUUID() };
}
