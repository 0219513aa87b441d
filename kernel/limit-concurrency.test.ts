import { expect, test } from "vitest";
import { limitConcurrency } from "./limit-concurrency.ts";

function pieceOfWork() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, resolve, reject };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("runs at most as many as allowed, and the others in the order they came", async () => {
  const inTurn = limitConcurrency(2);
  const pieces = Array.from({ length: 5 }, pieceOfWork);
  const begun: number[] = [];
  const all = pieces.map((piece, index) =>
    inTurn(() => {
      begun.push(index);
      return piece.promise;
    }),
  );
  await settled();
  expect(begun).toEqual([0, 1]);
  for (const [index, piece] of pieces.entries()) {
    piece.resolve();
    await settled();
    expect(begun).toHaveLength(Math.min(index + 3, 5));
  }
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test("a failure frees its place and reaches its caller", async () => {
  const inTurn = limitConcurrency(1);
  const failing = inTurn(() => Promise.reject(new Error("broken")));
  const next = inTurn(async () => "done");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
});
