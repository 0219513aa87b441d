/** A state machine as data: from each state, the states it may move to. An empty list is final. */
export type Lifecycle<State extends string> = Record<State, readonly State[]>;

export function canMove<State extends string>(
  lifecycle: Lifecycle<State>,
  from: State,
  to: State,
): boolean {
  return lifecycle[from].includes(to);
}

export function isFinal<State extends string>(lifecycle: Lifecycle<State>, state: State): boolean {
  return lifecycle[state].length === 0;
}

/** The states from which `to` can be reached in one move. What an UPDATE's WHERE clause needs. */
export function statesBefore<State extends string>(
  lifecycle: Lifecycle<State>,
  to: State,
): State[] {
  const states = Object.keys(lifecycle) as State[]; // a Record's keys are its key type
  return states.filter((from) => canMove(lifecycle, from, to));
}
