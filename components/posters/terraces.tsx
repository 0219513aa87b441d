import { count, overprint, type Composition } from "./composition.ts";

/** The stand across the pitch: row upon row of heads, and one block that has come in the other colour. */
export const terraces: Composition = ({ dice, scheme, trim }) => {
  const rows = dice.pick([6, 7, 8]);
  const foot = 600 - trim;
  const pitch = dice.between(112, 136);
  const step = (foot - pitch - trim) / rows;
  const block = dice.pick([40, 180, 320]);
  const head = step * 0.74;
  const bend = dice.pick([-46, 46]);
  const heads = (from: number, to: number, ink: string) => (
    <g fill="none" stroke={ink} strokeLinecap="round" strokeWidth={head.toFixed(1)}>
      {count(rows).map((row) => {
        const y = (trim + step * (row + 0.5)).toFixed(1);
        return (
          <path
            key={row}
            d={`M${from} ${y}Q${(from + to) / 2} ${Number(y) + bend} ${to} ${y}`}
            strokeDasharray={`0 ${step.toFixed(1)}`}
            strokeDashoffset={row % 2 === 0 ? 0 : (step / 2).toFixed(1)}
          />
        );
      })}
    </g>
  );
  return (
    <>
      <path d={`M${block} -10h240l-40 ${foot - pitch + 60}h-240z`} fill={scheme.second} />
      <g className={overprint(scheme)}>{heads(-40, 640, scheme.figure)}</g>
      <rect y={foot - pitch} width="600" height="400" fill={scheme.figure} />
      <path
        d={`M300 ${foot - pitch}V${foot}M${300 - pitch} ${foot + 4}a${pitch} ${Math.round(pitch * 0.62)} 0 0 1 ${pitch * 2} 0`}
        fill="none"
        stroke={scheme.ground}
        strokeWidth="8"
      />
    </>
  );
};
