import { expect, test } from "vitest";
import type { OrderId } from "#kernel/ids.ts";
import { orderRow, storyOf } from "#test/support/read-back.ts";
import { runProgram } from "#test/support/run-program.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { sandbox, useStripe } from "#test/support/use-stripe.ts";

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
