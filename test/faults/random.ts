/** Choices that can be repeated: the same seed, the same choices in the same order. */
export type Random = {
  between(low: number, high: number): number;
  /** Both ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the names, as often as its weight says. */
  weighted<Name extends string>(weights: Record<Name, number>): Name;
  uuid(): string;
  /** Choices of its own for one part of a run, so that no part's choices depend on another's pace. The part's name belongs to the seed: under another name each seed chooses differently. */
  fork(part: string): Random;
};

export function seeded(seed: string): Random {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0; // mulberry32
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + next() * (high - low);
  const integer = (low: number, high: number) => Math.floor(between(low, high + 1));
  return {
    between,
    integer,
    chance: (probability) => next() < probability,
    pick: (from) => from[integer(0, from.length - 1)]!, // callers pick from something
    weighted: (weights) => pickByWeight(weights, next()),
    uuid: () => asUuid(Array.from({ length: 16 }, () => integer(0, 255))),
    fork: (part) => seeded(`${seed}/${part}`),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619);
  return value | 0;
}

function pickByWeight<Name extends string>(weights: Record<Name, number>, drawn: number): Name {
  const names = Object.keys(weights) as Name[]; // the keys are the names
  let left = drawn * names.reduce((sum, name) => sum + weights[name], 0);
  return names.find((name) => (left -= weights[name]) < 0) ?? names[0]!; // callers name at least one
}

function asUuid(bytes: number[]): string {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}
