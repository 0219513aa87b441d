import { and, eq, inArray, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { type Database, db } from "#db/client.ts";
import { signInPlaces, users } from "#db/schema/auth.ts";
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
    .select({ id: users.id, passwordHash: users.passwordHash, place: signInPlaces.place })
    .from(users)
    .leftJoin(
      signInPlaces,
      and(eq(signInPlaces.userId, users.id), inArray(signInPlaces.place, [byAddress, byDevice])),
    )
    .where(eq(users.email, email));
  const places = rows.map(({ place }) => place);
  const acquaintance: Acquaintance = places.includes(byDevice)
    ? "device"
    : places.includes(byAddress)
      ? "address"
      : "none";
  const [account] = rows;
  return { account: account ?? null, acquaintance };
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
