import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { closeDatabase } from "#db/client.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { cloneDatabase, dropDatabase } from "./clone-database.ts";
import { setClockRight } from "./movable-clock.ts";

/** Gives a test file a database of its own, with its address in DATABASE_URL before any code reads it. */
export function useDatabase(): { readonly url: string } {
  let url = "";
  beforeAll(async () => {
    url = await cloneDatabase(inject("templateUrl"));
    process.env["DATABASE_URL"] = url;
  });
  afterEach(setClockRight);
  afterAll(async () => {
    await Promise.all([closeDatabase(), closeWakeConnection()]);
    await dropDatabase(url);
  });
  return {
    get url() {
      return url;
    },
  };
}
