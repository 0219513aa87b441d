type Move = { from: string; to: string };

/** A state machine's moves as a Mermaid state diagram. What no move leads away from is final. */
export function stateDiagram(starts: string[], moves: Move[]): string {
  const states = new Set([...starts, ...moves.flatMap(({ from, to }) => [from, to])]);
  const finals = [...states].filter((state) => moves.every(({ from }) => from !== state));
  return [
    "stateDiagram-v2",
    ...starts.map((start) => `  [*] --> ${start}`),
    ...moves.map(({ from, to }) => `  ${from} --> ${to}`),
    ...finals.map((final) => `  ${final} --> [*]`),
  ].join("\n");
}

/** The moves of a lifecycle, as its table has them. */
export function movesOf(lifecycle: Readonly<Record<string, readonly string[]>>): Move[] {
  return Object.entries(lifecycle).flatMap(([from, states]) => states.map((to) => ({ from, to })));
}
