import type { Composition } from "./composition.ts";

/** A ball comes bouncing out of the distance, each hop higher than the last. */
export const bounce: Composition = ({ dice, scheme, trim }) => {
  const mirrored = dice.roll() < 0.5;
  const floor = 600 - trim - dice.between(54, 90);
  const near = dice.between(120, 136) - trim / 3;
  const turn = dice.between(0, 90);
  const ball = { x: 580 - near, y: trim + near + 20 };
  const high = floor - ball.y;
  const foot = floor - 14;
  return (
    <g transform={mirrored ? "matrix(-1 0 0 1 600 0)" : undefined}>
      <rect y={floor} width="600" height="400" fill={scheme.figure} />
      <path
        d={`M${ball.x} ${ball.y}Q${ball.x - 130} ${ball.y + high * 0.1} ${ball.x - 190} ${foot}Q${ball.x - 270} ${foot - high * 1.15} ${ball.x - 340} ${foot}Q${ball.x - 390} ${foot - high * 0.6} ${ball.x - 430} ${foot}q-30 ${-high * 0.3} -60 0`}
        fill="none"
        stroke={scheme.figure}
        strokeWidth="16"
        strokeLinecap="round"
        strokeDasharray="0 28"
      />
      <g
        transform={`translate(${ball.x.toFixed(1)} ${ball.y.toFixed(1)}) rotate(${turn}) scale(${(near / 100).toFixed(2)})`}
      >
        <circle r="106" fill={scheme.ground} />
        <circle r="94" fill={scheme.second} />
        <path
          d="M-80 -46C-30 -20 -30 20 -80 46M80 -46C30 -20 30 20 80 46M0 -94V94"
          fill="none"
          stroke={scheme.ground}
          strokeWidth="8"
        />
      </g>
    </g>
  );
};
