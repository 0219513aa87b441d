import fc from "fast-check";
import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.each(["/", "/orders", "/orders/1?from=mail#timeline", "/tickets/new?event=a%2Fb"])(
  "%s stays as it is",
  (path) => expect(returnPath(path)).toBe(path),
);

test.each([
  undefined,
  "",
  "orders",
  "https://elsewhere.example/orders",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "\\\\elsewhere.example",
  "javascript:alert(1)",
  " //elsewhere.example",
  "/..//elsewhere.example",
  "/./\\elsewhere.example",
  "/orders/../..//elsewhere.example",
])("%j leads home instead", (path) => expect(returnPath(path, "/home")).toBe("/home"));

test("whatever is asked for, the browser stays on this site", () => {
  const slashes = fc.constantFrom(
    "/",
    "\\",
    "\t",
    "\n",
    ".",
    "..",
    "@",
    "elsewhere.example",
    "%2f",
  );
  fc.assert(
    fc.property(
      fc.array(slashes).map((parts) => parts.join("")),
      (path) => {
        const site = "https://rowlock.example";
        expect(new URL(returnPath(path), site).origin).toBe(site);
      },
    ),
    { numRuns: 2000 },
  );
});
