import { useState } from "react";
import type { ShownFormState } from "./form.tsx";

type Texts<Name extends string> = { [Each in Name]?: string | undefined };

/**
 * What is typed into some fields, for what depends on it as they change. It begins with what was typed before a refusal,
 * or else with `initially`, and follows an answer that brings back what was typed.
 */
export function useTyped<Name extends string>(state: ShownFormState, initially: Texts<Name>) {
  const [typed, setTyped] = useState(() => typedBefore(state, initially));
  const [answered, setAnswered] = useState(state);
  if (answered !== state) {
    setAnswered(state);
    if (state.status === "refused") setTyped(typedBefore(state, initially));
  }
  return [typed, setTyped] as const;
}

function typedBefore<Name extends string>(
  state: ShownFormState,
  initially: Texts<Name>,
): Texts<Name> {
  if (state.status !== "refused") return initially;
  const names = Object.keys(initially) as Name[]; // a literal's own keys
  const before = names.map((name) => [name, state.values[name] ?? initially[name]]);
  return Object.fromEntries(before) as Texts<Name>; // name by name
}
