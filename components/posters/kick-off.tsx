import type { Composition } from "./composition.ts";

/** The pitch from above, tilted: two halves, two colours, and the circle in the middle changes sides. */
export const kickOff: Composition = ({ dice, scheme }) => {
  const tilt = dice.pick([-32, -18, 0, 18, 32, 90]);
  const line = scheme.darkGround ? scheme.figure : scheme.ground;
  const one = scheme.darkGround ? scheme.ground : scheme.figure;
  const radius = dice.between(120, 160);
  const stroke = { fill: "none", stroke: line, strokeWidth: 9 };
  return (
    <g transform={`rotate(${tilt} 300 300)`}>
      <rect x="-300" y="-300" width="600" height="1200" fill={one} />
      <rect x="300" y="-300" width="600" height="1200" fill={scheme.second} />
      <path
        d={`M300 ${300 - radius}a${radius} ${radius} 0 0 0 0 ${radius * 2}z`}
        fill={scheme.second}
      />
      <path d={`M300 ${300 - radius}a${radius} ${radius} 0 0 1 0 ${radius * 2}z`} fill={one} />
      <circle cx="300" cy="300" r={radius} {...stroke} />
      <path d="M300 -300V900" {...stroke} />
      <path d="M-100 120H60V480H-100M60 230a100 100 0 0 1 0 140" {...stroke} />
      <path d="M700 120H540V480H700M540 230a100 100 0 0 0 0 140" {...stroke} />
      <circle cx="300" cy="300" r="26" fill={line} />
    </g>
  );
};
