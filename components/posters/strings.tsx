import { count, type Composition } from "./composition.ts";

/** Six strings over the sound hole, one of them just plucked. */
export const strings: Composition = ({ dice, scheme }) => {
  const tilt = dice.pick([-24, 0, 24, 90]);
  const radius = dice.between(165, 200);
  const plucked = dice.pick([1, 2, 3, 4]);
  const swing = dice.between(26, 40);
  return (
    <g transform={`rotate(${tilt} 300 300)`} fill="none">
      <circle cx="300" cy="300" r={radius} fill={scheme.second} />
      <circle cx="300" cy="300" r={radius + 22} stroke={scheme.figure} strokeWidth="10" />
      <g stroke={scheme.figure}>
        {count(6).map((string) => {
          const x = 175 + string * 50;
          const d =
            string === plucked
              ? `M${x} -200C${x} 100 ${x + swing} 150 ${x + swing} 300S${x} 500 ${x} 800M${x} -200C${x} 100 ${x - swing} 150 ${x - swing} 300S${x} 500 ${x} 800`
              : `M${x} -200V800`;
          return (
            <path key={string} d={d} strokeWidth={string === plucked ? 5 : 13 - string * 1.5} />
          );
        })}
      </g>
    </g>
  );
};
