import postgres from "postgres";
import { findBroken } from "#db/invariants/check-invariants.ts";
import { environment } from "#kernel/environment.ts";
import type { livedInMarket } from "./lived-in-market.ts";

type Market = Awaited<ReturnType<typeof livedInMarket>>;

class Unplanted extends Error {}

/**
 * The names of the invariants that `plant` breaks: its statements run with the tables' triggers disabled, the
 * invariants are checked, and everything is rolled back.
 */
export async function brokenBy(plant: string, { atRest }: { atRest: boolean }): Promise<string[]> {
  const connection = postgres(environment().DATABASE_URL, { max: 1, onnotice: () => {} });
  let names: string[] = [];
  try {
    await connection.begin(async (tx) => {
      for (const table of guarded) await tx.unsafe(`alter table ${table} disable trigger user`);
      await tx.unsafe(plant);
      names = (await findBroken(tx, { atRest })).map(({ name }) => name).toSorted();
      throw new Unplanted();
    });
  } catch (error) {
    if (!(error instanceof Unplanted)) throw error;
  } finally {
    await connection.end({ timeout: 5 });
  }
  return names;
}

const guarded = ["orders", "tickets", "charges", "outbox"];

/** Statements that make the tables of a lived-in market wrong, with the names of the invariants that they break. */
export type PlantedViolation = {
  violation: string;
  breaks: string[];
  plant: (market: Market) => string;
};

/** Inserts a copy of a row under a new id, with the columns of `changed` (pairs for jsonb_build_object). */
export function copied(table: string, where: string, changed = ""): string {
  const columns = `jsonb_build_object('id', gen_random_uuid() ${changed && `, ${changed}`})`;
  return `insert into ${table} select (jsonb_populate_record(one, ${columns})).* from ${table} as one where ${where};`;
}

type Order = { orderId: string };

export const idOf = ({ orderId }: Order) => `id = '${orderId}'`;
export const ofOrder = ({ orderId }: Order) => `order_id = '${orderId}'`;
/** A domain event about an order, its ticket or its charge. */
export const outboxRowOf = ({ orderId }: Order, type: string) =>
  `type = '${type}' and data ->> 'orderId' = '${orderId}'`;
