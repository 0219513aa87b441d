// Loaded before a program: its clock is wrong by as many milliseconds as FAULTS_CLOCK_SKEW says.
const skew = Number(process.env["FAULTS_CLOCK_SKEW"] ?? 0);
const trueNow = Date.now;
const now = () => trueNow() + skew;

Date.now = now;
globalThis.Date = new Proxy(Date, {
  apply: (Real) => new Real(now()).toString(),
  construct: (Real, given: unknown[], made) =>
    Reflect.construct(Real, given.length === 0 ? [now()] : given, made) as Date, // what it makes is one
});
