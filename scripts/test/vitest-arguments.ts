/** Where vitest writes what it ran, when tests were chosen by name. */
export const namedTestsReport = ".vitest/named-tests.json";

const vitestsOwnPort = "9229";

export type VitestRun = {
  arguments: string[];
  /** Set when the tests wait for a debugger. */
  debuggerPort: string | undefined;
  /** Whether to look into `namedTestsReport`: vitest succeeds when no test has the name it was given. */
  reportsNamedTests: boolean;
};

/** How vitest is started for `npm run test:unit -- WORDS`. */
export function planVitest(words: string[]): VitestRun {
  const has = (option: RegExp) => words.some((word) => option.test(word));
  const watches = has(/^(--watch|-w|--ui)$/);
  const inspect = words.find((word) => /^--inspect(-?brk)?(=|$)/i.test(word));
  const debuggerPort = inspect && (inspect.split("=")[1] ?? vitestsOwnPort);
  const reportsNamedTests =
    has(/^(-t|--testNamePattern)(=|$)/) && !has(/^--(reporter|outputFile)/) && !watches;
  return {
    debuggerPort,
    reportsNamedTests,
    arguments: [
      ...(watches ? [] : ["run"]),
      ...words.filter((word) => word !== inspect),
      ...(debuggerPort ? debuggerOptions(debuggerPort) : []),
      ...(reportsNamedTests ? reportOptions : []),
    ],
  };
}

const reportOptions = [
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${namedTestsReport}`,
];

/**
 * A test waits for the debugger, in the only worker, and may be held for as long as one likes. Hooks keep the
 * limit of their project: vitest does not take that one from its command line.
 */
function debuggerOptions(port: string): string[] {
  return [`--inspect-brk=${port}`, "--no-file-parallelism", "--max-workers=1", "--test-timeout=0"];
}
