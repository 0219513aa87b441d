import { expect, test } from "vitest";
import type { OrderId } from "#lib/kernel/ids.ts";
import { orderRow, storyOf } from "#lib/testing/read-back.ts";
import { runProgram } from "#lib/testing/run-program.ts";
import { useDatabase } from "#lib/testing/use-database.ts";
import { sandbox, useStripe } from "#lib/testing/use-stripe.ts";

const database = useDatabase();
useStripe();

test("a worker ends a lapsed order by itself, and told to stop leaves nothing open", async () => {
  const env = {
    DATABASE_URL: database.url,
    STRIPE_API_URL: `http://127.0.0.1:${sandbox().port}`,
    LOCK_SECONDS: "1",
  };
  const ended = await runProgram("run-worker-once.ts", env);
  expect(ended).toMatchObject({ exitCode: 0, errors: "" });
  const last: { message: string; orderId: OrderId; workerSeenSecondsAgo: number } = JSON.parse(
    ended.output.trim().split("\n").at(-1) ?? "",
  );
  expect(last.message).toBe("stopped");
  expect(last.workerSeenSecondsAgo).toBeLessThan(30);
  expect((await orderRow(last.orderId)).cancelReason).toBe("expired");
  expect(await storyOf(last.orderId)).toEqual(["OrderCreated", "OrderExpired"]);
});
