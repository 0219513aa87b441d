import { count, type Composition } from "./composition.ts";

/** How loud each pitch is: rounded columns of two inks from one middle line. */
export const levels: Composition = ({ dice, scheme, trim }) => {
  const columns = dice.pick([7, 9, 11]);
  const pitch = 600 / columns;
  const width = Math.round(pitch * 0.66);
  const most = 270 - trim;
  return count(columns).map((column) => {
    const x = Math.round(pitch * (column + 0.5) - width / 2);
    const swell = Math.sin(((column + 0.7) / (columns + 0.4)) * Math.PI);
    const up = Math.round(width + (most - width) * swell * dice.between(0.35, 1));
    const down = Math.round(width + (most - width) * swell * dice.between(0.35, 1));
    return (
      <g key={column}>
        <rect
          x={x}
          y={300 - up}
          width={width}
          height={up + width / 2}
          rx={width / 2}
          fill={scheme.figure}
        />
        <rect
          x={x}
          y={300 - width / 2}
          width={width}
          height={down + width / 2}
          rx={width / 2}
          fill={scheme.second}
        />
      </g>
    );
  });
};
