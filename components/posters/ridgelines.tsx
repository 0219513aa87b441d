import { count, type Composition } from "./composition.ts";
import type { Dice } from "./seed.ts";

/** A sound, drawn line behind line like a range of hills, before a low sun. */
export const ridgelines: Composition = ({ dice, scheme, trim }) => {
  const lines = 14;
  const first = trim + 215;
  const step = (600 - trim - 24 - first) / (lines - 1);
  const radius = dice.between(105, 135);
  const sun = dice.between(210, 390);
  return (
    <>
      <circle cx={sun} cy={trim + radius + 24} r={radius} fill={scheme.second} />
      {count(lines).map((line) => (
        <path
          key={line}
          d={ridge(dice, first + line * step)}
          fill={scheme.ground}
          stroke={scheme.figure}
          strokeWidth="6"
          strokeLinejoin="round"
        />
      ))}
    </>
  );
};

function ridge(dice: Dice, base: number): string {
  const bumps = count(4).map(() => ({
    at: dice.between(190, 410),
    wide: dice.between(18, 52),
    high: dice.between(18, 66),
  }));
  const points = count(101).map((index) => {
    const x = index * 6;
    const y = bumps.reduce(
      (sum, { at, wide, high }) => sum - high * Math.exp(-(((x - at) / wide) ** 2)),
      base,
    );
    return `${x} ${y.toFixed(1)}`;
  });
  return `M-40 ${base.toFixed(1)}L${points.join("L")}L640 ${base.toFixed(1)}V760H-40Z`;
}
