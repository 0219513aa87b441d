import { count, type Composition } from "./composition.ts";

/** Gates within gates, set side by side and turned about. */
export const arches: Composition = ({ dice, scheme, trim }) => {
  const across = dice.pick([2, 3]);
  const half = 300 / across;
  const gates = across === 2 ? 5 : 3;
  const step = half / gates;
  const inks = [scheme.figure, scheme.second, ...(across === 2 ? [scheme.ground] : [])];
  return count(across * across).map((index) => {
    const x = (index % across) * half * 2 + half;
    const y = Math.round(trim + Math.floor(index / across) * half * 2 + half);
    const turn = dice.pick([0, 90, 180, 270]);
    const first = dice.pick([0, 1]);
    return (
      <g key={index} transform={`translate(${x} ${y}) rotate(${turn})`}>
        {count(gates).map((gate) => (
          <path
            key={gate}
            d={`M${gate * step - half} ${half}V0a1 1 0 0 1 ${(half - gate * step) * 2} 0V${half}z`}
            fill={inks[(gate + first) % inks.length]}
          />
        ))}
      </g>
    );
  });
};
