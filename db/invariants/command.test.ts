import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { anOrder } from "#test/support/factories.ts";
import { runProgram } from "#test/support/run-program.ts";
import { useDatabase } from "#test/support/use-database.ts";

const database = useDatabase();
const script = "../../scripts/invariants.ts";
const ask = () => runProgram(script, { DATABASE_URL: database.url });

test("the command prints a line for each invariant, and the rows that deny a broken one", async () => {
  const { orderId } = await anOrder();
  const well = await ask();
  expect(well).toMatchObject({ exitCode: 0, errors: "" });
  expect(well.output).toMatch(/^holds {3}one-live-order-per-ticket/m);
  expect(well.output).not.toMatch(/BROKEN|the-outbox-is-relayed/);
  await db().update(tickets).set({ price: 1 });
  const broken = await ask();
  expect(broken).toMatchObject({ exitCode: 1, errors: "" });
  expect(broken.output).toMatch(
    new RegExp(
      `BROKEN {2}a-live-order-costs-what-its-ticket-costs.*\n +\\{"order_id":"${orderId}"`,
    ),
  );
});

test("the command ends with 1 when the database does not answer", async () => {
  const nowhere = new URL(database.url);
  nowhere.pathname = "/nowhere";
  const { exitCode, errors } = await runProgram(script, { DATABASE_URL: nowhere.href });
  expect(exitCode).toBe(1);
  expect(errors).toContain("nowhere");
});
