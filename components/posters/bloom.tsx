import { count, overprint, type Composition } from "./composition.ts";

/** Petals round a middle, printed twice and a little turned. */
export const bloom: Composition = ({ dice, scheme, trim }) => {
  const petals = dice.pick([5, 6, 8]);
  const size = (1 - trim / 330).toFixed(3);
  const turn = dice.between(0, 90);
  const wide = Math.round(dice.between(86, 112) * (6 / petals));
  const ring = (ink: string, from: number, long: number) => (
    <g fill={ink}>
      {count(petals).map((petal) => (
        <path
          key={petal}
          transform={`rotate(${Math.round(from + (petal * 360) / petals)})`}
          d={`M0 0C${wide} ${-long * 0.4} ${wide} ${-long} 0 ${-long}S${-wide} ${-long * 0.4} 0 0z`}
        />
      ))}
    </g>
  );
  return (
    <g transform={`translate(300 300) scale(${size})`}>
      {ring(scheme.second, turn, 280)}
      <g className={overprint(scheme)}>{ring(scheme.figure, turn + 180 / petals, 280)}</g>
      <circle r="58" fill={scheme.ground} />
      <circle r="38" fill={scheme.second} />
    </g>
  );
};
