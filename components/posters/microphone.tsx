import { count, type Composition } from "./composition.ts";

/** The microphone, close up: whoever stands behind it is on their own. */
export const microphone: Composition = ({ dice, scheme }) => {
  const tilt = dice.pick([-38, -26, 26, 38]);
  const mesh = dice.pick([22, 26, 30]);
  const waves = dice.pick([2, 3]);
  const inMesh = `mesh-${mesh}-${tilt + 90}`;
  return (
    <g transform={`rotate(${tilt} 300 300)`}>
      {count(waves).map((wave) => (
        <circle
          key={wave}
          cx="300"
          cy="215"
          r={205 + wave * 58}
          fill="none"
          stroke={scheme.second}
          strokeWidth="20"
        />
      ))}
      <path d="M228 340h144l-34 500h-76z" fill={scheme.figure} />
      <clipPath id={inMesh}>
        <circle cx="300" cy="215" r="150" />
      </clipPath>
      <circle cx="300" cy="215" r="164" fill={scheme.figure} />
      <g clipPath={`url(#${inMesh})`} fill="none" stroke={scheme.second} strokeWidth="7">
        <circle cx="300" cy="215" r="150" fill={scheme.ground} />
        {[45, 135].map((turn) => (
          <path
            key={turn}
            transform={`rotate(${turn} 300 215)`}
            d={count(Math.ceil(320 / mesh))
              .map((line) => `M${140 + line * mesh} 50v330`)
              .join("")}
          />
        ))}
      </g>
      <rect x="136" y="196" width="328" height="38" fill={scheme.figure} />
      <rect x="286" y="410" width="28" height="56" rx="14" fill={scheme.second} />
    </g>
  );
};
