import { count, type Composition } from "./composition.ts";

/** Scarves held up in two colours, and a ball whose stripes run the other way. */
export const scarves: Composition = ({ dice, scheme }) => {
  const width = dice.pick([40, 52, 64]);
  const tilt = dice.pick([-45, -30, 30, 45]);
  const radius = dice.between(165, 205);
  const stripes = (ink: string) =>
    count(Math.ceil(1000 / width / 2)).map((stripe) => (
      <rect
        key={stripe}
        x={-200 + stripe * width * 2}
        y="-200"
        width={width}
        height="1000"
        fill={ink}
      />
    ));
  const clip = `ball-${width}-${tilt + 90}-${Math.round(radius)}`;
  return (
    <>
      <g transform={`rotate(${tilt} 300 300)`}>{stripes(scheme.second)}</g>
      <clipPath id={clip}>
        <circle cx="300" cy="300" r={radius} />
      </clipPath>
      <circle cx="300" cy="300" r={radius + 18} fill={scheme.ground} />
      <g clipPath={`url(#${clip})`}>
        <rect width="600" height="600" fill={scheme.figure} />
        <g transform={`rotate(${tilt + 90} 300 300)`}>{stripes(scheme.ground)}</g>
      </g>
      <circle cx="300" cy="300" r={radius / 3} fill={scheme.second} />
    </>
  );
};
