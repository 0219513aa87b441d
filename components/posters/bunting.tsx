import { count, type Composition } from "./composition.ts";

/** Flags on slack lines from side to side, row under row. */
export const bunting: Composition = ({ dice, scheme, trim }) => {
  const rows = trim > 60 ? 3 : 4;
  const flags = dice.pick([6, 7, 8]);
  const room = (600 - trim * 2) / rows;
  const wide = 600 / flags;
  const shape = dice.pick(["point", "swallow", "square"]);
  return count(rows).map((row) => {
    const sag = dice.between(26, 54);
    const y = Math.round(trim + room * row + 10);
    const low = (at: number) => y + sag * (1 - (at / 300 - 1) ** 2);
    const long = (room - sag) * 0.92;
    const flag = (index: number) => {
      const left = Math.round(index * wide + 5);
      const right = Math.round(index * wide + wide - 5);
      const middle = Math.round((left + right) / 2);
      const [from, to] = [low(left), low(right)].map(Math.round) as [number, number];
      const foot = Math.round((from + to) / 2 + long);
      const end = {
        point: `L${middle} ${foot}`,
        swallow: `V${foot}L${middle} ${foot - 30}L${left} ${foot}`,
        square: `V${foot}H${left}`,
      }[shape];
      return `M${left} ${from}L${right} ${to}${end}z`;
    };
    const every = (rest: number) =>
      count(flags)
        .filter((index) => (index + row) % 2 === rest)
        .map(flag)
        .join("");
    return (
      <g key={row}>
        <path d={every(0)} fill={scheme.figure} />
        <path d={every(1)} fill={scheme.second} />
        <path
          d={`M-10 ${y}Q300 ${y + sag * 2} 610 ${y}`}
          fill="none"
          stroke={scheme.figure}
          strokeWidth="8"
        />
      </g>
    );
  });
};
