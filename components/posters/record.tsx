import { count, type Composition } from "./composition.ts";

/** A record, too big for the sheet, with its grooves and its label. */
export const record: Composition = ({ dice, scheme, trim }) => {
  const x = dice.pick([60, 300, 300, 540]);
  const big = x === 300 ? Math.min(250, 276 - trim) : 400;
  const y = 300;
  const glint = dice.between(15, 75);
  return (
    <>
      <circle cx={x} cy={y} r={big} fill={scheme.figure} />
      {count(9).map((groove) => (
        <circle
          key={groove}
          cx={x}
          cy={y}
          r={big * (0.46 + groove * 0.057)}
          fill="none"
          stroke={scheme.ground}
          strokeWidth={groove % 3 === 2 ? 5 : 2}
        />
      ))}
      <g transform={`rotate(${glint} ${x} ${y})`} fill={scheme.ground}>
        <path d={`M${x} ${y}L${x - big * 0.1} ${y - big}H${x + big * 0.1}Z`} />
        <path d={`M${x} ${y}L${x - big * 0.1} ${y + big}H${x + big * 0.1}Z`} />
      </g>
      <circle cx={x} cy={y} r={big * 0.38} fill={scheme.second} />
      <circle cx={x} cy={y} r={big * 0.05} fill={scheme.ground} />
    </>
  );
};
