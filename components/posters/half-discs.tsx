import { count, type Composition } from "./composition.ts";

/** Half discs turned every way, with an eye in each: whatever rolls. */
export const halfDiscs: Composition = ({ dice, scheme, trim }) => {
  const across = dice.pick([3, 4]);
  const r = 300 / across;
  return count(across * across).map((index) => {
    const x = (index % across) * r * 2 + r;
    const y = Math.round(trim + Math.floor(index / across) * r * 2 + r);
    const turn = dice.pick([0, 90, 180, 270]);
    const ink = dice.pick([scheme.figure, scheme.second]);
    const other = ink === scheme.figure ? scheme.second : scheme.figure;
    return (
      <g key={index} transform={`translate(${x} ${y}) rotate(${turn})`}>
        <path d={`M${-r} 0a${r} ${r} 0 0 0 ${r * 2} 0z`} fill={ink} />
        <circle cy={-r / 2} r={Math.round(r / dice.pick([2.2, 3.4, 5]))} fill={other} />
      </g>
    );
  });
};
