import { count, overprint, type Composition } from "./composition.ts";

/** Two sets of rings from two loudspeakers, beating where they meet. */
export const rings: Composition = ({ dice, scheme }) => {
  const step = dice.pick([30, 36, 44]);
  const left = { x: dice.between(110, 240), y: dice.between(180, 420) };
  const right = { x: dice.between(360, 500), y: dice.between(180, 420) };
  const set = (center: { x: number; y: number }, ink: string) =>
    count(Math.ceil(900 / step)).map((ring) => (
      <circle
        key={`${ink} ${ring}`}
        cx={center.x}
        cy={center.y}
        r={step * (ring + 0.75)}
        fill="none"
        stroke={ink}
        strokeWidth={step / 2}
      />
    ));
  return (
    <>
      {set(left, scheme.second)}
      <g className={overprint(scheme)}>{set(right, scheme.figure)}</g>
      <circle cx={left.x} cy={left.y} r={step / 2.4} fill={scheme.second} />
      <circle cx={right.x} cy={right.y} r={step / 2.4} fill={scheme.figure} />
    </>
  );
};
