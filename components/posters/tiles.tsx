import { count, overprint, type Composition } from "./composition.ts";

/** Quarter circles on a grid, printed twice. */
export const tiles: Composition = ({ dice, scheme, trim }) => {
  const across = dice.pick([3, 4, 5]);
  const cell = 600 / across;
  const layer = (ink: string, chance: number) =>
    count(across * across).map((index) => {
      if (dice.roll() > chance) return null;
      const x = (index % across) * cell;
      const y = trim + Math.floor(index / across) * cell;
      const turn = dice.pick([0, 90, 180, 270]);
      return (
        <path
          key={index}
          d={`M${x} ${y}h${cell}a${cell} ${cell} 0 0 1 ${-cell} ${cell}z`}
          transform={`rotate(${turn} ${x + cell / 2} ${y + cell / 2})`}
          fill={ink}
        />
      );
    });
  return (
    <>
      {layer(scheme.second, 0.85)}
      <g className={overprint(scheme)}>{layer(scheme.figure, 0.6)}</g>
    </>
  );
};
