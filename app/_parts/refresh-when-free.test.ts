import { expect, test } from "vitest";
import { RefreshWhenFree } from "./refresh-when-free.tsx";

const at = new Date("2026-11-25T13:00:00Z");
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

test("the first of the times that the page names is waited for", () => {
  const tickets = [after(9), null, after(4), after(12)].map((freeAt) => ({ freeAt, at }));
  expect(RefreshWhenFree({ tickets })).toMatchObject({
    key: String(at.getTime()),
    props: { at: after(4), readAt: at },
  });
});

test("a time that has come while the page was made is waited for too: the page asks again at once", () => {
  expect(RefreshWhenFree({ tickets: [{ freeAt: after(-1), at }] })).toMatchObject({
    props: { at: after(-1) },
  });
});

test.each([[[]], [[{ freeAt: null, at }]]])(
  "a page that names none waits for nothing",
  (tickets) => {
    expect(RefreshWhenFree({ tickets })).toBeNull();
  },
);
