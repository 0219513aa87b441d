import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aUser } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { endOtherSessions, endSession, findSession, startSession } from "./sessions.ts";

useDatabase();

const hour = 60 * 60;
const day = 24 * hour;

async function aSession() {
  const userId = await aUser();
  return { userId, sessionId: await startSession(userId, "a browser") };
}

test("a session is its user's", async () => {
  const { userId, sessionId } = await aSession();
  expect(await findSession(sessionId)).toMatchObject({ sessionId, userId, role: "member" });
});

test("one that never was counts for nothing", async () => {
  expect(await findSession(newId<"session">())).toBeNull();
});

test("a session that was ended is over, at once and for good", async () => {
  const { sessionId } = await aSession();
  await endSession(sessionId);
  expect(await findSession(sessionId)).toBeNull();
});

test("a session left unused for 24 hours is over", async () => {
  const { sessionId } = await aSession();
  await passTime(day - 60);
  expect(await findSession(sessionId)).not.toBeNull();
  await passTime(day + 60);
  expect(await findSession(sessionId)).toBeNull();
});

test("being used keeps a session alive, but for no longer than 14 days", async () => {
  const { sessionId } = await aSession();
  for (let passed = 0; passed < 13 * day; passed += 20 * hour) {
    expect(await findSession(sessionId)).not.toBeNull();
    await passTime(20 * hour);
  }
  expect(await findSession(sessionId)).not.toBeNull();
  await passTime(20 * hour);
  expect(await findSession(sessionId)).toBeNull();
});

test("signing out everywhere else ends every other session of that user, and no other user's", async () => {
  const { userId, sessionId } = await aSession();
  const elsewhere = [await startSession(userId, null), await startSession(userId, null)];
  const stranger = await aSession();
  await endOtherSessions(userId, sessionId);
  expect(await findSession(sessionId)).not.toBeNull();
  expect(await findSession(stranger.sessionId)).not.toBeNull();
  for (const other of elsewhere) expect(await findSession(other)).toBeNull();
});
