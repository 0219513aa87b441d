import { count, type Composition } from "./composition.ts";

/** A stair, a moon, a figure at the top: any play there is. */
export const moonStairs: Composition = ({ dice, scheme, trim }) => {
  const steps = dice.pick([5, 6, 8]);
  const mirrored = dice.roll() < 0.5;
  const radius = dice.between(130, 160) - trim / 3;
  const moon = { x: dice.between(290, 360), y: trim + radius + 36, r: radius };
  const width = 600 / steps;
  const height = (320 - trim) / steps;
  const ground = 600 - trim;
  const top = ground - height * steps;
  const x = 600 - width / 2;
  return (
    <g transform={mirrored ? "matrix(-1 0 0 1 600 0)" : undefined}>
      <circle cx={moon.x} cy={moon.y} r={moon.r} fill={scheme.second} />
      {count(steps).map((step) => (
        <rect
          key={step}
          x={step * width}
          y={ground - height * (step + 1)}
          width={600 - step * width}
          height="400"
          fill={scheme.figure}
        />
      ))}
      {count(steps).map((step) => (
        <rect
          key={step}
          x={step * width}
          y={ground - height * (step + 1)}
          width={600 - step * width}
          height="5"
          fill={scheme.second}
        />
      ))}
      <path
        d={`M${x - 26} ${top}L${x - 11} ${top - 84}h22L${x + 26} ${top}Z`}
        fill={scheme.figure}
      />
      <circle cx={x} cy={top - 100} r="15" fill={scheme.figure} />
    </g>
  );
};
