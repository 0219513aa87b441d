import { count, type Composition } from "./composition.ts";

/** Rays from a sun that stands on the horizon, and its own reflection in slats. */
export const sunburst: Composition = ({ dice, scheme, trim }) => {
  const rays = dice.pick([16, 20, 24]);
  const horizon = dice.between(360, 420) - trim * 0.6;
  const radius = dice.between(130, 170);
  const x = dice.pick([300, 300, 210, 390]);
  const ray = (index: number) => {
    const at = (turn: number) => {
      const angle = Math.PI + (turn / rays) * Math.PI;
      return `${Math.round(x + Math.cos(angle) * 900)} ${Math.round(horizon + Math.sin(angle) * 900)}`;
    };
    return `M${x} ${horizon}L${at(index)}L${at(index + 0.5)}Z`;
  };
  return (
    <>
      <path d={count(rays).map(ray).join("")} fill={scheme.figure} />
      <circle cx={x} cy={horizon} r={radius + 22} fill={scheme.ground} />
      <circle cx={x} cy={horizon} r={radius} fill={scheme.second} />
      <rect y={horizon} width="600" height="400" fill={scheme.ground} />
      {count(6).map((slat) => {
        const half = radius * Math.sqrt(1 - ((slat + 0.4) / 6.4) ** 2);
        const y = Math.round(horizon + 16 + slat * 28);
        return (
          <rect
            key={slat}
            x={Math.round(x - half)}
            y={y}
            width={Math.round(half * 2)}
            height={20 - slat * 2.4}
            fill={scheme.second}
          />
        );
      })}
      <rect y={horizon - 5} width="600" height="10" fill={scheme.figure} />
    </>
  );
};
