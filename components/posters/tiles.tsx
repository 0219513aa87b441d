import { count, overprint, type Composition } from "./composition.ts";

/** Quarter circles on a grid, printed twice. */
export const tiles: Composition = ({ dice, scheme, trim }) => {
  const across = dice.pick([3, 4, 5]);
  const cell = 600 / across;
  // From each corner of the cell.
  const quarters = [
    `v${cell}a${cell} ${cell} 0 0 0 ${cell} ${-cell}z`,
    `m${cell} 0h${-cell}a${cell} ${cell} 0 0 0 ${cell} ${cell}z`,
    `m${cell} ${cell}v${-cell}a${cell} ${cell} 0 0 0 ${-cell} ${cell}z`,
    `m0 ${cell}h${cell}a${cell} ${cell} 0 0 0 ${-cell} ${-cell}z`,
  ] as const;
  const layer = (ink: string, chance: number) => {
    const drawn = count(across * across).map((index) => {
      if (dice.roll() > chance) return "";
      const x = (index % across) * cell;
      const y = Math.round(trim + Math.floor(index / across) * cell);
      return `M${x} ${y}${dice.pick(quarters)}`;
    });
    return <path d={drawn.join("")} fill={ink} />;
  };
  return (
    <>
      {layer(scheme.second, 0.85)}
      <g className={overprint(scheme)}>{layer(scheme.figure, 0.6)}</g>
    </>
  );
};
