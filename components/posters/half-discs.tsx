import { count, type Composition } from "./composition.ts";

/** Half discs turned every way: laughter, dice, whatever rolls. */
export const halfDiscs: Composition = ({ dice, scheme, trim }) => {
  const across = dice.pick([3, 4]);
  const cell = 600 / across;
  const r = cell / 2;
  return count(across * across).map((index) => {
    const x = (index % across) * cell + r;
    const y = trim + Math.floor(index / across) * cell + r;
    const turn = dice.pick([0, 90, 180, 270]);
    const ink = dice.pick([scheme.figure, scheme.second]);
    const other = ink === scheme.figure ? scheme.second : scheme.figure;
    return (
      <g key={index} transform={`rotate(${turn} ${x} ${y})`}>
        <path d={`M${x - r} ${y}a${r} ${r} 0 0 0 ${cell} 0z`} fill={ink} />
        <circle cx={x} cy={y - r / 2} r={r / dice.pick([2.2, 3.4, 5])} fill={other} />
      </g>
    );
  });
};
