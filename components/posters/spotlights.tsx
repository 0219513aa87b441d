import { count, overprint, type Composition } from "./composition.ts";

/** Beams from the flies cross above a stage on which somebody stands alone. */
export const spotlights: Composition = ({ dice, scheme, trim }) => {
  const floor = 600 - trim - dice.between(80, 110);
  const lands = [dice.between(110, 190), dice.between(270, 330), dice.between(410, 490)];
  const lamps = dice.roll() < 0.5 ? [470, 300, 130] : [300, 90, 520];
  const half = dice.between(84, 104);
  const stands = lands[1] ?? 300;
  return (
    <>
      <rect y={floor} width="600" height="400" fill={scheme.figure} />
      {count(3).map((beam) => {
        const from = lamps[beam] ?? 300;
        const to = lands[beam] ?? 300;
        return (
          <path
            key={beam}
            className={overprint(scheme)}
            d={`M${from - 12} ${trim - 10}h24L${to + half} ${floor}h${-half * 2}z`}
            fill={beam === 1 ? scheme.figure : scheme.second}
            opacity={beam === 1 ? 0.4 : 0.85}
          />
        );
      })}
      {lands.map((to) => (
        <ellipse key={to} cx={to} cy={floor} rx={half} ry="24" fill={scheme.second} />
      ))}
      <g transform={`translate(${stands} ${floor})`} fill={scheme.ground}>
        <circle cy="-122" r="18" />
        <path d="M-10 -98h20l30 104q-40 16 -80 0z" />
      </g>
    </>
  );
};
