import { count, type Composition } from "./composition.ts";

/** The big wheel over the field, its cabins hanging straight. */
export const ferrisWheel: Composition = ({ dice, scheme, trim }) => {
  const cabins = dice.pick([8, 10, 12]);
  const radius = Math.round(dice.between(196, 214) - trim * 0.55);
  const x = dice.pick([300, 230, 370]);
  const y = 290;
  const turn = dice.between(0, 360 / cabins);
  const foot = 600 - trim;
  const spokes = count(cabins).map((cabin) => {
    const angle = ((turn + (cabin * 360) / cabins) * Math.PI) / 180;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius].map(Math.round) as [
      number,
      number,
    ];
  });
  const cabin = Math.round(30 - trim * 0.1);
  return (
    <>
      <circle cx={x} cy={y} r={radius * 0.64} fill={scheme.second} />
      <g fill="none" stroke={scheme.figure} strokeWidth="7">
        <circle cx={x} cy={y} r={radius} strokeWidth="11" />
        <path d={spokes.map(([px, py]) => `M${x} ${y}L${px} ${py}`).join("")} />
        <path d={`M${x - 120} ${foot}L${x} ${y}L${x + 120} ${foot}`} strokeWidth="18" />
      </g>
      <g stroke={scheme.ground} strokeWidth="5">
        {spokes.map(([px, py], index) => (
          <path
            key={index}
            d={`M${px - cabin} ${py}a${cabin} ${cabin} 0 0 1 ${cabin * 2} 0v${Math.round(cabin * 0.7)}h${-cabin * 2}z`}
            fill={index % 2 === 0 ? scheme.second : scheme.figure}
          />
        ))}
      </g>
      <circle cx={x} cy={y} r="26" fill={scheme.figure} />
      <rect y={foot - 22} width="600" height="400" fill={scheme.figure} />
    </>
  );
};
