import { count, type Composition } from "./composition.ts";
import type { Dice } from "./seed.ts";

/** A sound, drawn line behind line like a range of hills, before a low sun. */
export const ridgelines: Composition = ({ dice, scheme, trim }) => {
  const lines = 12;
  const first = trim + 215;
  const step = (600 - trim - 24 - first) / (lines - 1);
  const radius = dice.between(105, 135);
  const sun = dice.between(210, 390);
  return (
    <>
      <circle cx={sun} cy={trim + radius + 24} r={radius} fill={scheme.second} />
      <g fill={scheme.ground} stroke={scheme.figure} strokeWidth="6" strokeLinejoin="round">
        {count(lines).map((line) => (
          <path key={line} d={ridge(dice, Math.round(first + line * step))} />
        ))}
      </g>
    </>
  );
};

/** Flat at both sides, and peaks of every width and height between them: the highest in the middle. */
function ridge(dice: Dice, base: number): string {
  const from = Math.round(dice.between(140, 210));
  let x = from;
  let peaks = "";
  while (x < 400) {
    const half = Math.round(dice.between(13, 36));
    const slope = Math.round(half * 0.6);
    const high = Math.round(dice.between(0.3, 1) * 96 * (1 - Math.abs(x + half - 300) / 260));
    peaks += `c${slope} 0 ${half - slope} ${-high} ${half} ${-high}s${half - slope} ${high} ${half} ${high}`;
    x += half * 2;
  }
  return `M-9 ${base}H${from}${peaks}H609V760H-9z`;
}
