/** Seeded randomness: the same name gives the same poster, on every server, for ever. */

export type Dice = {
  /** At least 0 and below 1. */
  roll: () => number;
  between: (from: number, to: number) => number;
  pick: <T>(choices: readonly [T, ...T[]]) => T;
};

export function diceFor(text: string): Dice {
  return diceFrom(seedOf(text));
}

export function diceFrom(seed: number): Dice {
  const roll = mulberry32(seed);
  return {
    roll,
    between: (from, to) => Math.round((from + roll() * (to - from)) * 10) / 10,
    pick: (choices) => choices[Math.floor(roll() * choices.length)] ?? choices[0],
  };
}

/** A whole number of 32 bits (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.normalize("NFC"))) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
