import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { type Database, db } from "#db/client.ts";
import { signInPlaces, users } from "#db/schema/auth.ts";
import { secondFactors } from "#db/schema/second-factors.ts";
import type { Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { hashOfAddress, hashOfDevice } from "#lib/rate-limit/keyed-hash.ts";
import type { Visitor } from "./visitor.ts";

/** How well an account knows where somebody signs in from: by the browser, by the address alone, or not. */
export type Acquaintance = "device" | "address" | "none";

/**
 * The account of this email, and whether it was ever signed in to from here. One query, whether or not there is such
 * an account: the time it takes tells nobody.
 */
export async function findAccount(email: string, { address, device }: Visitor) {
  const [byAddress, byDevice] = [hashOfAddress(address), device ? hashOfDevice(device) : ""];
  const rows = await db()
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      hasSecondFactor: isNotNull(secondFactors.confirmedAt).mapWith(Boolean),
      place: signInPlaces.place,
    })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoin(
      signInPlaces,
      and(eq(signInPlaces.userId, users.id), inArray(signInPlaces.place, [byAddress, byDevice])),
    )
    .where(eq(users.email, email));
  const [account] = rows;
  const acquaintance = acquaintanceIn(rows, byAddress, byDevice);
  return { account: account ?? null, acquaintance };
}

/** The same of an account that is known by its id. */
export async function findAcquaintance(
  userId: UserId,
  { address, device }: Visitor,
  runner: Database | Tx = db(),
): Promise<Acquaintance> {
  const [byAddress, byDevice] = [hashOfAddress(address), device ? hashOfDevice(device) : ""];
  const rows = await runner
    .select({ place: signInPlaces.place })
    .from(signInPlaces)
    .where(
      and(eq(signInPlaces.userId, userId), inArray(signInPlaces.place, [byAddress, byDevice])),
    );
  return acquaintanceIn(rows, byAddress, byDevice);
}

function acquaintanceIn(
  rows: { place: string | null }[],
  byAddress: string,
  byDevice: string,
): Acquaintance {
  const places = rows.map(({ place }) => place);
  if (places.includes(byDevice)) return "device";
  return places.includes(byAddress) ? "address" : "none";
}

/** Remembers, without being able to say them, from which browser and address somebody has signed in. */
export async function rememberPlaces(
  userId: UserId,
  { address, device }: { address: string; device: string },
  runner: Database | Tx = db(),
): Promise<void> {
  const places = [hashOfAddress(address), hashOfDevice(device)];
  await runner
    .insert(signInPlaces)
    .values(places.map((place) => ({ userId, place, usedAt: databaseClock })))
    .onConflictDoUpdate({
      target: [signInPlaces.userId, signInPlaces.place],
      set: { usedAt: sql`excluded.used_at` },
    });
}
