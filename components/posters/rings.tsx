import { count, overprint, type Composition } from "./composition.ts";

/** Two sets of rings from two loudspeakers, beating where they meet. */
export const rings: Composition = ({ dice, scheme }) => {
  const step = dice.pick([30, 36, 44]);
  const left = { x: dice.between(110, 240), y: dice.between(180, 420), ink: scheme.second };
  const right = { x: dice.between(360, 500), y: dice.between(180, 420), ink: scheme.figure };
  // From the one loudspeaker to the furthest corner.
  const reach = Math.ceil(650 / step);
  const set = ({ x, y, ink }: typeof left) => (
    <g transform={`translate(${x} ${y})`} fill="none" stroke={ink} strokeWidth={step / 2}>
      <circle r={step / 2.4} fill={ink} stroke="none" />
      {count(reach).map((ring) => (
        <circle key={ring} r={step * (ring + 0.75)} />
      ))}
    </g>
  );
  return (
    <>
      {set(left)}
      <g className={overprint(scheme)}>{set(right)}</g>
    </>
  );
};
