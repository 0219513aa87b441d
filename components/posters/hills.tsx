import { count, overprint, type Composition } from "./composition.ts";

/** Hills behind hills, a big sun, a row of tents. */
export const hills: Composition = ({ dice, scheme, trim }) => {
  const sun = { x: dice.between(160, 440), y: trim + 210, r: dice.between(120, 165) };
  const layers = 4;
  const foot = 600 - trim;
  return (
    <>
      <circle cx={sun.x} cy={sun.y} r={sun.r} fill={scheme.second} />
      {count(layers).map((layer) => {
        const y = trim + 260 + (layer * (300 - trim * 2)) / 3.5;
        const swing = dice.between(40, 90) * (1 - trim / 140) * (layer % 2 === 0 ? 1 : -1);
        return (
          <path
            key={layer}
            className={layer === 0 ? overprint(scheme) : undefined}
            d={`M-10 ${y}C150 ${y - swing} 220 ${y - swing} 300 ${y}S480 ${y + swing} 610 ${y}V900H-10Z`}
            fill={layer % 2 === 0 ? scheme.figure : scheme.second}
          />
        );
      })}
      {count(7).map((tent) => {
        const x = 30 + tent * 90 + dice.between(-14, 14);
        const half = dice.between(22, 36);
        return (
          <path
            key={tent}
            d={`M${x - half} ${foot}L${x} ${foot - half * 1.5}L${x + half} ${foot}Z`}
            fill={scheme.ground}
          />
        );
      })}
    </>
  );
};
