import { expect, test } from "vitest";
import { planVitest } from "./vitest-arguments.ts";

test("without words vitest runs everything once", () => {
  expect(planVitest([])).toEqual({
    arguments: ["run"],
    debuggerPort: undefined,
    reportsNamedTests: false,
  });
});

test("paths and options reach vitest as they were given", () => {
  const words = ["lib/orders/create-order.test.ts", "--bail=1", "-u"];
  expect(planVitest(words).arguments).toEqual(["run", ...words]);
});

test.each(["--watch", "-w", "--ui"])("%s keeps vitest running", (option) => {
  expect(planVitest(["kernel", option]).arguments).toEqual(["kernel", option]);
});

test.each([
  ["--inspect", "9229"],
  ["--inspect-brk", "9229"],
  ["--inspectBrk=9300", "9300"],
])("%s makes one test at a time wait for a debugger", (option, port) => {
  const plan = planVitest(["kernel/money.test.ts", option]);
  expect(plan.debuggerPort).toBe(port);
  expect(plan.arguments).toEqual([
    "run",
    "kernel/money.test.ts",
    `--inspect-brk=${port}`,
    "--no-file-parallelism",
    "--max-workers=1",
    "--test-timeout=0",
  ]);
});

test("tests chosen by name are reported, so that a name without a test can be noticed", () => {
  expect(planVitest(["-t", "adds up"]).reportsNamedTests).toBe(true);
  expect(planVitest(["--testNamePattern=adds up"]).reportsNamedTests).toBe(true);
  expect(planVitest(["-t", "adds up", "--watch"]).reportsNamedTests).toBe(false);
  expect(planVitest(["-t", "adds up", "--reporter=dot"]).arguments).toEqual([
    "run",
    "-t",
    "adds up",
    "--reporter=dot",
  ]);
});
