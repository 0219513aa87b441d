// Loaded before a program of ours: its clock is wrong by as many milliseconds as TORTURE_CLOCK_SKEW says.
const skew = Number(process.env["TORTURE_CLOCK_SKEW"] ?? 0);
const trueNow = Date.now;
const now = () => trueNow() + skew;

Date.now = now;
globalThis.Date = new Proxy(Date, {
  apply: (Real) => new Real(now()).toString(),
  construct: (Real, given: unknown[], made) =>
    Reflect.construct(Real, given.length === 0 ? [now()] : given, made) as Date, // what it makes is one
});
