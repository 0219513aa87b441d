import { closeDatabase } from "#db/client.ts";
import { seed } from "#stack/demo/seed.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";

/** Adds the demo data to an empty database, with the environment the stack runs in. */
export async function seedIfEmpty(env: Record<string, string>): Promise<void> {
  Object.assign(process.env, env);
  await seed();
  await Promise.all([closeDatabase(), closeWakeConnection()]);
}
