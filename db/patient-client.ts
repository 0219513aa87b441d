import type postgres from "postgres";
import type { Patience } from "./patience.ts";
import { DatabaseSilent } from "./sql-state.ts";

type Work = (tx: postgres.TransactionSql) => unknown;
type OnSilence = (silence: DatabaseSilent) => void;

/** Longer than all a transaction may wait for; whatever is asked in it later than this fails. */
const transactionMilliseconds = 20_000;

/**
 * The same client, of which drizzle uses `unsafe` and `begin`, with every statement and transaction within
 * `patience`. What got no answer in time fails with `DatabaseSilent`.
 */
export function patientClient(client: postgres.Sql, patience: Patience): postgres.Sql {
  return new Proxy(client, {
    get(target, name, receiver) {
      if (name === "unsafe")
        return (...asked: Parameters<typeof target.unsafe>) =>
          standInFor(target.unsafe(...asked), (query) =>
            patience.inTurn(() => patience.answer(query)),
          );
      if (name === "begin")
        return (...given: [Work] | [string, Work]) =>
          patience.inTurn(() => transaction(target, patience, given));
      return Reflect.get(target, name, receiver);
    },
  });
}

function transaction(
  client: postgres.Sql,
  patience: Patience,
  given: [Work] | [string, Work],
): Promise<unknown> {
  const [options, work] = given.length === 1 ? ["", given[0]] : given;
  const endsAt = performance.now() + transactionMilliseconds;
  return inThreeSteps(patience, (begun, note) =>
    client.begin(options, async (tx) => begun(() => work(inside(tx, { patience, endsAt, note })))),
  );
}

type Open = (begun: (work: () => unknown) => Promise<unknown>, note: OnSilence) => Promise<unknown>;

/**
 * Begins, works and ends, each within `patience`. Silence in any of them is how the whole failed, whatever the
 * driver makes of the connection that was cut.
 */
async function inThreeSteps(patience: Patience, open: Open): Promise<unknown> {
  const began = Promise.withResolvers<void>();
  const worked = Promise.withResolvers<void>();
  let silence: DatabaseSilent | undefined;
  const note: OnSilence = (error) => (silence ??= error);
  const run = open(async (work) => {
    if (silence) throw silence; // its caller was told that it failed
    began.resolve();
    try {
      return await work();
    } finally {
      worked.resolve();
    }
  }, note);
  run.catch(() => {}); // looked at below, unless there is silence before
  try {
    await patience.answer(Promise.race([began.promise, run]));
    await Promise.race([worked.promise, run]);
    if (silence) throw silence;
    return await patience.answer(run);
  } catch (error) {
    if (error instanceof DatabaseSilent) note(error);
    throw silence ?? error;
  }
}

type Inside = { patience: Patience; endsAt: number; note: OnSilence };

function inside(tx: postgres.TransactionSql, limits: Inside): postgres.TransactionSql {
  const { patience, endsAt, note } = limits;
  const noting = <T>(answer: Promise<T>) =>
    answer.catch((error: unknown) => {
      if (error instanceof DatabaseSilent) note(error);
      throw error;
    });
  return new Proxy(tx, {
    get(target, name, receiver) {
      if (name === "unsafe")
        return (...asked: Parameters<typeof target.unsafe>) => {
          if (performance.now() > endsAt) throw new DatabaseSilent("DATABASE_SILENT");
          return standInFor(target.unsafe(...asked), (query) => noting(patience.answer(query)));
        };
      if (name === "savepoint")
        return (work: Work) =>
          noting(
            inThreeSteps(patience, (begun) =>
              target.savepoint(async (savepoint) => begun(() => work(inside(savepoint, limits)))),
            ),
          );
      return Reflect.get(target, name, receiver);
    },
  });
}

type Query = ReturnType<postgres.Sql["unsafe"]>;

/** Stands for the driver's query: it is sent when somebody waits for it, and gives bare `values()` if asked before. */
function standInFor(query: Query, wait: (query: Query) => Promise<unknown>) {
  let waiting: Promise<unknown> | undefined;
  const answer = () => (waiting ??= wait(query));
  const standIn = {
    values: () => {
      void query.values();
      return standIn;
    },
    then: (...then: Parameters<Promise<unknown>["then"]>) => answer().then(...then),
    catch: (...otherwise: Parameters<Promise<unknown>["catch"]>) => answer().catch(...otherwise),
    finally: (...last: Parameters<Promise<unknown>["finally"]>) => answer().finally(...last),
  };
  return standIn;
}
